package dev.lightfoot.intake;

import dev.lightfoot.model.span.Span;

/// Takes what an [Intake] reads; called by one thread at a time, in the order of the files.
public interface IntakeListener {
  /// A span, each once.
  void span(Span span);

  /// A span that an earlier file, or an earlier reading, told of: it counts there.
  default void repeated(Span span) {}

  /// How far it is. Called often and fast; of compressed files the compressed bytes count.
  ///
  /// @param bytes read until now
  /// @param total of all files whose size is known
  default void progress(long bytes, long total) {}

  /// Whether to stop: then what was read stays valid and the reading ends within 200 ms. May be
  /// asked by several threads.
  default boolean cancelled() {
    return false;
  }
}
