package dev.lightfoot.codec;

import java.util.Optional;

/// What is to be known of a format before its numbers are believed.
///
/// @param name for the command line and the snapshot, such as `nginx` or `otlp-json`
/// @param title for people, such as `nginx access log`
/// @param stamp which instant of an operation its timestamps mean
/// @param resolutionNanos the step in which it counts time; of a variable format the finest
/// @param zoned whether its timestamps say their zone
/// @param advice the line to add to the server's configuration where times are missing; empty where
///   nothing needs to be added
public record LogFormat(
    String name,
    String title,
    Stamp stamp,
    long resolutionNanos,
    boolean zoned,
    Optional<String> advice) {
  /// Which instant a timestamp means.
  public enum Stamp {
    START,
    END,
    /// Both are given, or one and a duration that says which.
    BOTH,
    /// No times of day, only durations.
    NONE
  }
}
