package dev.lightfoot.probe.trace;

import dev.lightfoot.model.connection.ConnectionAttempt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The connection attempts of one exchange, in the order they began.
final class AttemptLog {
  private final List<Entry> entries = new ArrayList<>();

  private static final class Entry {
    private final String address;
    private final long startNanos;
    private final String transport;
    private Optional<ConnectionAttempt> ended = Optional.empty();

    Entry(String address, long startNanos, String transport) {
      this.address = address;
      this.startNanos = startNanos;
      this.transport = transport;
    }

    ConnectionAttempt attempt(long endNanos, String outcome, Optional<String> errorType) {
      return new ConnectionAttempt(
          address, startNanos, endNanos - startNanos, outcome, errorType, transport);
    }
  }

  int started(String address, long atNanos, String transport) {
    entries.add(new Entry(address, atNanos, transport));
    return entries.size() - 1;
  }

  /// One that has ended.
  void add(ConnectionAttempt attempt) {
    Entry entry = new Entry(attempt.address(), attempt.startNanos(), attempt.transport());
    entry.ended = Optional.of(attempt);
    entries.add(entry);
  }

  void ended(int attempt, long atNanos, String outcome, Optional<String> errorType) {
    Entry entry = entries.get(attempt);
    if (entry.ended.isEmpty()) {
      entry.ended = Optional.of(entry.attempt(atNanos, outcome, errorType));
    }
  }

  /// What connected is not used.
  void abandon() {
    for (Entry entry : entries) {
      entry.ended =
          entry.ended.map(
              was ->
                  was.outcome().equals(ConnectionAttempt.CONNECTED)
                      ? entry.attempt(
                          was.startNanos() + was.durationNanos(),
                          ConnectionAttempt.ABANDONED,
                          Optional.empty())
                      : was);
    }
  }

  /// What is still under way is given up then.
  void over(long nowNanos) {
    for (int i = 0; i < entries.size(); i++) {
      ended(i, nowNanos, ConnectionAttempt.ABANDONED, Optional.empty());
    }
  }

  List<ConnectionAttempt> list(long nowNanos) {
    return entries.stream()
        .map(
            entry ->
                entry.ended.orElseGet(
                    () -> entry.attempt(nowNanos, ConnectionAttempt.ABANDONED, Optional.empty())))
        .toList();
  }
}
