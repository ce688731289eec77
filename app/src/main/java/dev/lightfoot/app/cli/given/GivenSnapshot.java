package dev.lightfoot.app.cli.given;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.GivenArguments;
import dev.lightfoot.app.cli.option.SnapshotFinder;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.dns.Resolvers;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds out whether a person means a snapshot or an address, where either may be given.
public final class GivenSnapshot {
  private static final String STANDARD_INPUT = "-";

  private final Console console;
  private final DataFolderChoice dataFolder;
  private final Cancellation cancellation;

  public GivenSnapshot(Console console, DataFolderChoice dataFolder, Cancellation cancellation) {
    this.console = console;
    this.dataFolder = dataFolder;
    this.cancellation = cancellation;
  }

  /// The snapshot in a file or on standard input, or the kept one of that id, name or beginning of
  /// an id; empty where it is an address to measure, and after a cancellation.
  ///
  /// @throws Refusal where it may be one of several, or is neither
  public Optional<Snapshot> find(String given) throws Refusal {
    if (given.equals(STANDARD_INPUT) || !GivenArguments.of(List.of(given)).files().isEmpty()) {
      List<Snapshot> held = new SnapshotInput(console, cancellation).read(given);
      if (held.size() > 1) {
        throw new Refusal(
            given + " holds pages of several URLs: lightfoot convert takes out one of them.");
      }
      return held.stream().findFirst();
    }
    return given.contains("://") ? Optional.empty() : kept(given);
  }

  private Optional<Snapshot> kept(String given) throws Refusal {
    SnapshotStore store = dataFolder.store();
    try {
      Optional<StoredSnapshot> found = SnapshotFinder.search(store, given);
      if (found.isPresent()) {
        return Optional.of(store.read(found.get().id()));
      }
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
    if (BareWord.is(given) && !Resolvers.isNamedHere(given.strip().toLowerCase(Locale.ROOT))) {
      throw new Refusal(
          "No snapshot has the id or name \""
              + given
              + "\"; lightfoot snapshot list shows all. If it is a host: https://"
              + given.strip()
              + "/");
    }
    return Optional.empty();
  }

  /// That snapshot, where an address is not meant.
  ///
  /// @throws Refusal where it may be one of several, or is none
  public Snapshot require(String given) throws Refusal {
    Optional<Snapshot> found = find(given);
    if (found.isPresent()) {
      return found.get();
    }
    SnapshotStore store = dataFolder.store();
    try {
      return store.read(SnapshotFinder.find(store, given).id());
    } catch (IOException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
