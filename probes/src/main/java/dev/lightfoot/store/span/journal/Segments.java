package dev.lightfoot.store.span.journal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The journal's files in their folder, by number.
///
/// @param folder that holds them
record Segments(Path folder) {
  private static final String PREFIX = "spans-";
  private static final String SUFFIX = ".journal";

  Path file(int number) {
    return folder.resolve("%s%08d%s".formatted(PREFIX, number, SUFFIX));
  }

  /// Where the index of a closed segment lies.
  Path index(int number) {
    return folder.resolve("%s%08d%s".formatted(PREFIX, number, ".index"));
  }

  /// Those that are there, oldest first, with their sizes.
  TreeMap<Integer, Long> present() throws IOException {
    TreeMap<Integer, Long> found = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        String digits = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        if (digits.matches("\\d{8}")) {
          found.put(Integer.parseInt(digits), Files.size(file));
        }
      }
    }
    return found;
  }

  static long bytes(Map<Integer, Long> sizes) {
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }
}
