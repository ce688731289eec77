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
    return addAll(List.of(added)).stream().findFirst();
  }

  /// Adds them, each in the place of one that is about the same; all of them or none.
  ///
  /// @return those that they replace
  public List<Acknowledgement> addAll(List<Acknowledgement> added) throws IOException {
    try (FolderLock _ = locked()) {
      List<Acknowledgement> all = new ArrayList<>(all());
      List<Acknowledgement> replaced = new ArrayList<>();
      for (Acknowledgement each : added) {
        Optional<Acknowledgement> before = find(all, each.target());
        before.ifPresent(all::remove);
        before.ifPresent(replaced::add);
        all.add(each);
      }
      if (all.size() > AcknowledgementCodec.MAX_ENTRIES) {
        throw new IOException(
            "There would be more than "
                + AcknowledgementCodec.MAX_ENTRIES
                + " acknowledgements; withdraw some first.");
      }
      write(all);
      return replaced;
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
    byte[] bytes = AcknowledgementCodec.encode(all);
    if (bytes.length > AcknowledgementCodec.MAX_BYTES) {
      throw new IOException(
          NOT_KEPT
              + ": their file would be larger than "
              + (AcknowledgementCodec.MAX_BYTES >> 20)
              + " MiB. Withdraw some, or give shorter reasons.");
    }
    try {
      OwnerFiles.createFolder(folder);
      OwnerFiles.write(file, bytes);
    } catch (IOException e) {
      throw StoreFault.of(NOT_KEPT, folder, e);
    }
  }
}
