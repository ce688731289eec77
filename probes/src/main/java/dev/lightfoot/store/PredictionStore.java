package dev.lightfoot.store;

import dev.lightfoot.codec.prediction.PredictionCodec;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.model.prediction.Prediction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// Keeps predictions beside the snapshots that they were made from: one file for each snapshot and
/// set of changes. A snapshot's own file is never touched.
public final class PredictionStore {
  private static final int HASH_BYTES = 6;

  private final Path folder;

  /// A store in that folder, which is made when something is kept.
  public PredictionStore(Path folder) {
    this.folder = folder;
  }

  /// Keeps it, in place of an earlier one of the same changes to the same snapshot. A grade that
  /// the earlier one has is not lost: it stays with what it graded.
  ///
  /// @return whether it was written; not where an earlier one is graded
  public boolean keep(Prediction prediction) throws IOException {
    OwnerFiles.createFolder(folder);
    Path file = file(prediction);
    if (prediction.grade().isEmpty() && isGraded(file)) {
      return false;
    }
    OwnerFiles.write(file, PredictionCodec.encode(prediction).getBytes(StandardCharsets.UTF_8));
    return true;
  }

  private static boolean isGraded(Path file) {
    try {
      return Files.exists(file)
          && PredictionCodec.decode(Files.readAllBytes(file)).grade().isPresent();
    } catch (IOException _) {
      return false;
    }
  }

  /// All that can be read, those of the earliest snapshot first.
  public List<Prediction> all() throws IOException {
    List<Prediction> all = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return all;
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
      found.forEach(files::add);
    }
    files.sort(Comparator.comparing(Path::toString));
    for (Path file : files) {
      try {
        all.add(PredictionCodec.decode(Files.readAllBytes(file)));
      } catch (IOException _) {
        // a damaged one says nothing, and the others do
      }
    }
    return all;
  }

  private Path file(Prediction prediction) throws IOException {
    if (!SnapshotId.isValid(prediction.snapshot())) {
      throw new IOException("A prediction is kept with a snapshot that has an id.");
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\n", prediction.changes()).getBytes(StandardCharsets.UTF_8));
      String name = HexFormat.of().formatHex(hash, 0, HASH_BYTES);
      return folder.resolve(prediction.snapshot() + "-" + name + ".json");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
