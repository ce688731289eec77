package dev.lightfoot.intake.follow;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where a log can be entered in its middle.
final class LogLines {
  /// Lines before the end that are read again, so that a format is recognised by more than what one
  /// run added, and that an entry of several lines is not entered in its middle.
  static final int OVERLAP = 64 << 10;

  private LogLines() {}

  /// Where reading begins in a file that was so long.
  static long beginning(Path file, long size) throws IOException {
    return size > OVERLAP ? Math.min(lineAfter(file, size - OVERLAP), beginOfLine(file, size)) : 0;
  }

  /// Compressed files and binary ones are not entered in their middle, nor is one JSON document.
  static boolean isLines(Path file) throws IOException {
    byte[] head = new byte[512];
    int read;
    try (InputStream in = Files.newInputStream(file)) {
      read = in.readNBytes(head, 0, head.length);
    }
    boolean line = false;
    for (int i = 0; i < read; i++) {
      if (head[i] == 0 || (head[i] & 0xff) == 0x1f) {
        return false;
      }
      line |= head[i] == '\n';
    }
    boolean document = read > 0 && (head[0] == '[' || (head[0] == '{' && line && head[1] == '\n'));
    return !document && head[0] != '#';
  }

  /// Where the line begins that was unfinished when the file was so long, or the next one.
  static long beginOfLine(Path file, long size) throws IOException {
    byte[] block = new byte[OVERLAP];
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      long end = size;
      while (end > 0) {
        long begin = Math.max(0, end - block.length);
        in.seek(begin);
        in.readFully(block, 0, Math.toIntExact(end - begin));
        for (int i = Math.toIntExact(end - begin) - 1; i >= 0; i--) {
          if (block[i] == '\n') {
            return begin + i + 1;
          }
        }
        end = begin;
      }
      return 0;
    }
  }

  private static long lineAfter(Path file, long position) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      in.seek(position);
      for (int b = in.read(); b >= 0; b = in.read()) {
        if (b == '\n') {
          return in.getFilePointer();
        }
      }
      return position;
    }
  }
}
