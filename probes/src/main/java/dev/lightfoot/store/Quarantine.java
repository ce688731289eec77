package dev.lightfoot.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps damaged files apart, each with the reason beside it.
public final class Quarantine {
  private static final String REASON = ".reason.txt";
  private static final int LONGEST_REASON = 4_096;

  private final Path folder;

  public Quarantine(Path folder) {
    this.folder = folder;
  }

  /// Moves the file here.
  public Listing.Damaged take(Path file, String reason) throws IOException {
    OwnerFiles.createFolder(folder);
    String name = String.valueOf(file.getFileName());
    Path place = folder.resolve(name);
    for (int i = 2; Files.exists(place); i++) {
      place = folder.resolve(name + "." + i);
    }
    // The reason first: a crash in between leaves a reason without a file, which does no harm.
    OwnerFiles.write(
        folder.resolve(place.getFileName() + REASON), reason.getBytes(StandardCharsets.UTF_8));
    OwnerFiles.move(file, place);
    return new Listing.Damaged(place, reason);
  }

  /// What lies here.
  public List<Listing.Damaged> content() throws IOException {
    List<Listing.Damaged> found = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return found;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(".") && !name.endsWith(REASON)) {
          found.add(new Listing.Damaged(file, reason(name)));
        }
      }
    }
    found.sort(Comparator.comparing(Listing.Damaged::path));
    return found;
  }

  private String reason(String name) {
    Path file = folder.resolve(name + REASON);
    try {
      if (Files.size(file) <= LONGEST_REASON) {
        return Files.readString(file);
      }
    } catch (IOException e) {
      // Without its reason the file is still damaged.
    }
    return "The file was damaged.";
  }
}
