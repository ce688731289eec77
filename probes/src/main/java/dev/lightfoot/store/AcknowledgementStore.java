package dev.lightfoot.store;

import dev.lightfoot.codec.acknowledgement.AcknowledgementCodec;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps acknowledgements in one file of the data folder, in the form in which they can be
/// committed. Several processes may change it: each change is made to what the file then says, and
/// a crash leaves the old file or the new one.
public final class AcknowledgementStore {
  private static final String FILE = "acknowledgements.json";
  private static final String NOT_KEPT = "What is acknowledged was not changed";

  private final Path folder;
  private final Path file;

  /// @param dataFolder made with the first acknowledgement
  public AcknowledgementStore(Path dataFolder) {
    this.folder = dataFolder;
    this.file = dataFolder.resolve(FILE);
  }

  /// Where they are kept.
  public Path file() {
    return file;
  }

  /// All of them, in the order in which they were made.
  ///
  /// @throws IOException with a sentence for people where the file cannot be read or is damaged
  public List<Acknowledgement> all() throws IOException {
    try {
      return AcknowledgementCodec.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new IOException(
          "The acknowledgements in " + file + " cannot be read. " + e.getMessage(), e);
    }
  }

  /// Adds it, in the place of one that is about the same.
  ///
  /// @return the one that it replaces
  public Optional<Acknowledgement> add(Acknowledgement added) throws IOException {
    try (FolderLock _ = locked()) {
      List<Acknowledgement> all = new ArrayList<>(all());
      Optional<Acknowledgement> before = find(all, added.target());
      before.ifPresent(all::remove);
      all.add(added);
      if (all.size() > AcknowledgementCodec.MAX_ENTRIES) {
        throw new IOException(
            "There are "
                + AcknowledgementCodec.MAX_ENTRIES
                + " acknowledgements already; withdraw some first.");
      }
      write(all);
      return before;
    }
  }

  /// Takes away the one that is about this.
  ///
  /// @return it; empty where there is none
  public Optional<Acknowledgement> withdraw(Target target) throws IOException {
    try (FolderLock _ = locked()) {
      List<Acknowledgement> all = new ArrayList<>(all());
      Optional<Acknowledgement> before = find(all, target);
      if (before.isPresent()) {
        all.remove(before.get());
        write(all);
      }
      return before;
    }
  }

  /// Of the same findings: what is said about a finding for people does not tell it from itself.
  private static Optional<Acknowledgement> find(List<Acknowledgement> all, Target target) {
    return all.stream().filter(each -> isSame(each.target(), target)).findFirst();
  }

  private static boolean isSame(Target a, Target b) {
    if (a instanceof Target.OfFinding one && b instanceof Target.OfFinding other) {
      return one.fingerprint().equals(other.fingerprint());
    }
    return a.equals(b);
  }

  private FolderLock locked() throws IOException {
    try {
      return FolderLock.take(folder.resolve("acknowledging"));
    } catch (IOException e) {
      throw StoreFault.of(NOT_KEPT, folder, e);
    }
  }

  private void write(List<Acknowledgement> all) throws IOException {
    try {
      OwnerFiles.createFolder(folder);
      OwnerFiles.write(file, AcknowledgementCodec.encode(all));
    } catch (IOException e) {
      throw StoreFault.of(NOT_KEPT, folder, e);
    }
  }
}
