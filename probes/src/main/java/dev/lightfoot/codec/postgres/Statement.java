package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.postgres.Message.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One query while its lines come in: a simple one has one part, one of the extended protocol up to
/// three and more (parse, bind, execute, fetch).
final class Statement {
  private final String sql;
  private final List<Part> parts = new ArrayList<>();

  /// @param duration as written
  record Part(Kind kind, String duration, long nanos, LogEntry entry) {
    long start() {
      return entry.atNanos() - nanos;
    }
  }

  Statement(String sql) {
    this.sql = sql;
  }

  String sql() {
    return sql;
  }

  List<Part> parts() {
    return parts;
  }

  Statement add(Part part) {
    parts.add(part);
    return this;
  }

  /// Whether a part of that kind and text goes on with this query, or is the first of another.
  boolean goesOn(Kind kind, String text) {
    Kind last = parts.getLast().kind();
    return text.equals(sql)
        && switch (kind) {
          case BIND -> last == Kind.PARSE;
          case EXECUTE -> last == Kind.PARSE || last == Kind.BIND;
          case FETCH -> last == Kind.BIND || last == Kind.EXECUTE || last == Kind.FETCH;
          default -> false;
        };
  }

  /// Whether a plan that comes now belongs to another: it is written before the line of its own.
  boolean isExecuted() {
    Kind last = parts.getLast().kind();
    return last == Kind.STATEMENT || last == Kind.EXECUTE;
  }

  LogEntry last() {
    return parts.getLast().entry();
  }

  /// Nanoseconds that the server worked on it: of all parts together, without what lay between.
  long work() {
    return parts.stream().mapToLong(Part::nanos).sum();
  }

  long work(Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).mapToLong(Part::nanos).sum();
  }

  boolean has(Kind kind) {
    return parts.stream().anyMatch(part -> part.kind() == kind);
  }

  long start() {
    return parts.stream().mapToLong(Part::start).min().orElseThrow();
  }

  /// All durations as written, for the id.
  String durations() {
    StringBuilder all = new StringBuilder();
    for (Part part : parts) {
      all.append(part.kind().name().toLowerCase(Locale.ROOT)).append(part.duration()).append(' ');
    }
    return all.toString();
  }
}
