package dev.lightfoot.app.cli;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.console.Version;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.app.cli.option.SnapshotFinder;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.store.Listing;
import dev.lightfoot.store.SnapshotStore;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `lightfoot snapshot` and what it can do with the saved snapshots.
final class SnapshotCommands {
  private SnapshotCommands() {}

  static CommandLine commandLine(Console console) {
    return new CommandLine(new Root())
        .addSubcommand(new ListCommand(console))
        .addSubcommand(new Show(console))
        .addSubcommand(new Rename(console))
        .addSubcommand(new AnnotateCommands.Tag(console))
        .addSubcommand(new AnnotateCommands.Note(console))
        .addSubcommand(new Delete(console));
  }

  @Command(
      name = "snapshot",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Lists, shows, renames, tags and deletes saved snapshots.")
  private static final class Root implements Callable<Integer> {
    @Override
    public Integer call() throws Refusal {
      throw new Refusal("snapshot takes a command: list, show, rename, tag, note or delete.");
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Lists the saved snapshots, newest first.")
  private static final class ListCommand extends StoreCommand {
    @Option(
        names = "--json",
        description = "An array of id, name, target, takenAt, path, tags and note.")
    private boolean json;

    ListCommand(Console console) {
      super(console);
    }

    @Override
    void run(Console console, SnapshotStore store) throws IOException {
      Listing listing = store.list();
      if (json) {
        console.out().println(json(listing.snapshots()));
      } else {
        listing.snapshots().forEach(each -> console.out().println(line(each)));
      }
      listing.damaged().forEach(damaged -> console.warn(damaged.path() + ": " + damaged.reason()));
    }

    private static String json(List<StoredSnapshot> snapshots) {
      JsonMapper mapper = JsonMapper.shared();
      ArrayNode array = mapper.createArrayNode();
      for (StoredSnapshot each : snapshots) {
        ObjectNode object =
            array
                .addObject()
                .put("id", each.id())
                .put("name", each.name())
                .put("target", Redactor.redact(each.target()))
                .put("takenAt", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(each.takenAt()))
                .put("path", each.path().toString());
        ArrayNode tags = object.putArray("tags");
        each.tags().forEach(tag -> tags.add(Redactor.redact(tag)));
        object.put("note", each.annotation().note().map(Redactor::redact).orElse(null));
      }
      return mapper.writeValueAsString(array);
    }

    private static String line(StoredSnapshot each) {
      return String.format(
          Locale.ROOT,
          "%s  %s  %4d runs  %10s  %s  %s",
          each.id(),
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(each.takenAt().withNano(0)),
          each.runs(),
          each.headline()
              .map(time -> Numbers.plain(Numbers.duration(time.medianNanos())))
              .orElse(Numbers.NOT_APPLICABLE),
          each.name(),
          tags(each) + Redactor.redact(each.target()));
    }

    private static String tags(StoredSnapshot each) {
      return each.tags().isEmpty()
          ? ""
          : "[" + Redactor.redact(String.join(", ", each.tags())) + "]  ";
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Prints a saved snapshot.")
  private static final class Show extends StoreCommand {
    @Parameters(
        paramLabel = "ID|NAME",
        description = "Its id, the beginning of its id, or its name.")
    private String reference = "";

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(names = "--unredacted", description = "With cookies, tokens and other secrets.")
    private boolean unredacted;

    Show(Console console) {
      super(console);
    }

    @Override
    void run(Console console, SnapshotStore store) throws Refusal, IOException {
      Snapshot snapshot = store.read(SnapshotFinder.find(store, reference).id());
      new Output(console, json, unredacted, false)
          .of(dataFolder())
          .print(List.of(snapshot), List.of());
    }
  }

  @Command(
      name = "rename",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Gives a saved snapshot another name.")
  private static final class Rename extends StoreCommand {
    @Parameters(
        index = "0",
        paramLabel = "ID|NAME",
        description = "Its id, the beginning of its id, or its name.")
    private String reference = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The new name.")
    private String name = "";

    Rename(Console console) {
      super(console);
    }

    @Override
    void run(Console console, SnapshotStore store) throws Refusal, IOException {
      StoredSnapshot renamed = store.rename(SnapshotFinder.find(store, reference).id(), name);
      console.tell("Renamed to \"" + renamed.name() + "\", " + renamed.id() + ".");
    }
  }

  @Command(
      name = "delete",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      description = "Deletes a saved snapshot; for 30 days it lies in the folder trash.")
  private static final class Delete extends StoreCommand {
    @Parameters(
        paramLabel = "ID|NAME",
        description = "Its id, the beginning of its id, or its name.")
    private String reference = "";

    Delete(Console console) {
      super(console);
    }

    @Override
    void run(Console console, SnapshotStore store) throws Refusal, IOException {
      StoredSnapshot found = SnapshotFinder.find(store, reference);
      store.delete(found.id());
      console.tell("Deleted \"" + found.name() + "\", " + found.id() + ".");
    }
  }
}
