package dev.lightfoot.codec.har;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The timings of an entry as they stand in the file: in milliseconds, -1 where a phase did not
/// take place.
public final class TimingsDraft {
  public static final String BLOCKED = "blocked";
  public static final String DNS = "dns";
  public static final String CONNECT = "connect";
  public static final String SSL = "ssl";
  public static final String SEND = "send";
  public static final String WAIT = "wait";
  public static final String RECEIVE = "receive";

  /// Of chrome-har: how long the request waited in the browser before the entry begins.
  static final String QUEUED = "_queued";

  static final Set<String> NAMES = Set.of(BLOCKED, DNS, CONNECT, SSL, SEND, WAIT, RECEIVE, QUEUED);

  private final Map<String, Double> millis = new HashMap<>();

  void put(String name, double value) {
    millis.putIfAbsent(name, value);
  }

  void replace(String name, double value) {
    millis.put(name, value);
  }

  /// Takes a value away, as if the file had not named it.
  void remove(String name) {
    millis.remove(name);
  }

  Set<String> names() {
    return Set.copyOf(millis.keySet());
  }

  /// Whether the file says something of it, be it that it did not take place.
  boolean names(String name) {
    return millis.containsKey(name);
  }

  double of(String name) {
    return millis.getOrDefault(name, Double.NaN);
  }

  /// Its length; 0 where it did not take place or nothing is said.
  double length(String name) {
    double value = of(name);
    return value > 0 ? value : 0;
  }

  boolean isZero(String name) {
    return of(name) == 0;
  }

  /// As HAR 1.2 has it: all but `ssl`, which lies within `connect`.
  double sum() {
    return length(BLOCKED)
        + length(DNS)
        + length(CONNECT)
        + length(SEND)
        + length(WAIT)
        + length(RECEIVE);
  }
}
