package dev.lightfoot.codec.intake;

import java.io.InputStream;
import java.nio.file.Path;

/// Something to read.
public sealed interface Source {
  /// A file, or a folder with all files below it.
  record OnDisk(Path path) implements Source {}

  /// A stream such as standard input; closed when it has been read.
  ///
  /// @param name for people
  record Stream(String name, InputStream in) implements Source {}

  /// Of what a person typed: `-` is standard input.
  static Source of(String typed, InputStream standardInput) {
    return typed.equals("-") ? new Stream("-", standardInput) : new OnDisk(Path.of(typed));
  }
}
