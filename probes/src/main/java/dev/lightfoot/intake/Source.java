package dev.lightfoot.intake;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.Reading;
import java.io.IOException;
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

  /// Spans that are kept elsewhere than in a log, each with an id of its own.
  ///
  /// @param name for people
  record Spans(String name, LogFormat format, Supply supply) implements Source {}

  /// Gives spans.
  @FunctionalInterface
  interface Supply {
    /// Gives all of them, in the calling thread, until the reading wants no more.
    void give(Reading reading) throws IOException;
  }

  /// Of what a person typed: `-` is standard input.
  static Source of(String typed, InputStream standardInput) {
    return typed.equals("-") ? new Stream("-", standardInput) : new OnDisk(Path.of(typed));
  }
}
