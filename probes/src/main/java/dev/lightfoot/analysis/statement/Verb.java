package dev.lightfoot.analysis.statement;

/// What a call does.
public enum Verb {
  /// Asks for what is stored.
  READ,
  /// Asks for more of what an earlier call found: FETCH, getMore, scroll.
  FETCH,
  /// Inserts, changes or removes, once or many times.
  WRITE,
  /// Begins a transaction.
  BEGIN,
  /// Ends one: COMMIT, ROLLBACK.
  END,
  /// Marks a place within a transaction, or goes back to it.
  SAVEPOINT,
  /// Sets or shows how the session is: SET, SHOW, USE.
  SESSION,
  /// Only asks whether anybody is there: `SELECT 1`, PING, hello.
  PING,
  /// Changes what there is to store into: CREATE, ALTER, DROP.
  DEFINE,
  /// Adds to a number in a cache.
  COUNT,
  /// Takes or gives back a lock.
  LOCK,
  /// Whatever else, or not known.
  OTHER;

  /// Whether it is a trip without work: a word of transactions, of the session, or a ping.
  public boolean isOverhead() {
    return switch (this) {
      case BEGIN, END, SAVEPOINT, SESSION, PING -> true;
      case READ, FETCH, WRITE, DEFINE, COUNT, LOCK, OTHER -> false;
    };
  }

  /// Whether what was read before may be different after it.
  public boolean changes() {
    return this == WRITE || this == DEFINE || this == OTHER;
  }
}
