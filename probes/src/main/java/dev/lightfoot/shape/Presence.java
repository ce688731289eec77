package dev.lightfoot.shape;

/// What is written of a member that has nothing to say, and whether a reader misses it.
enum Presence {
  /// Always there: a reader refuses a record without it.
  REQUIRED(true),
  /// Always written and in every schema; a reader of a file from elsewhere does without.
  EXPECTED(true),
  /// Always written; absent it has its usual value.
  USUAL(true),
  /// Null where there is nothing.
  NULL(false),
  /// Left out where there is nothing.
  LEFT_OUT(false),
  /// Left out where it has its usual value and no member of a newer version belongs into it.
  IMPLIED(false);

  /// Whether its value is written whatever it is.
  final boolean always;

  Presence(boolean always) {
    this.always = always;
  }
}
