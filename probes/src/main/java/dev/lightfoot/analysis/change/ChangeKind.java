package dev.lightfoot.analysis.change;

import java.util.Locale;

/// The words for changes, in the order of the wire: in that order several are made.
public enum ChangeKind {
  /// A redirect is not met.
  DROP_REDIRECT,
  /// The connection is there already.
  KEEP_ALIVE,
  /// TLS goes on with an earlier session.
  RESUMED,
  /// TLS takes a trip less.
  TLS,
  /// All requests of an origin share a connection.
  HTTP,
  /// A peer lies elsewhere.
  RTT,
  /// A store lies elsewhere, by the name of the place.
  MOVE,
  /// A connection is made ahead.
  PRECONNECT,
  /// A resource is asked for ahead.
  PRELOAD,
  /// Resources are named before the answer is ready.
  EARLY_HINTS,
  /// The head of the answer leaves before the rest is ready.
  STREAM_HEAD,
  /// Nothing waits in a queue.
  NO_QUEUE,
  /// Calls that are alike become one.
  BATCH,
  /// Calls to a cache become one.
  MERGE_CACHE,
  /// The cache has it.
  CACHE_HIT,
  /// Calls are under way at the same time.
  PARALLEL,
  /// Calls are not made.
  DROP,
  /// Text is sent compressed.
  COMPRESS;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /// The word on the command line and in files.
  public String word() {
    return word;
  }

  /// Whether it is made in what servers recorded.
  public boolean isServers() {
    return switch (this) {
      case BATCH, MERGE_CACHE, CACHE_HIT, PARALLEL, DROP, NO_QUEUE, STREAM_HEAD, MOVE -> true;
      case DROP_REDIRECT,
          KEEP_ALIVE,
          RESUMED,
          TLS,
          HTTP,
          RTT,
          PRECONNECT,
          PRELOAD,
          EARLY_HINTS,
          COMPRESS ->
          false;
    };
  }
}
