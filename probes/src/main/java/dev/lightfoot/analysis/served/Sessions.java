package dev.lightfoot.analysis.served;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Parts the entries of logs that know of no trace into what belongs together: what one connection
/// or process did without a pause, up to the line that says that a request was answered.
final class Sessions {
  private static final long PAUSE_NANOS = 50_000_000;
  private static final String CONNECTION = "lightfoot.db.connection.id";

  private static final Comparator<Span> BY_START =
      Comparator.comparingLong(span -> span.time().atUnixNanos());

  private final Map<Key, List<Span>> sessions = new LinkedHashMap<>();

  /// One connection, or one process that made calls.
  private record Key(
      String clock,
      Optional<String> process,
      Optional<String> address,
      Optional<String> port,
      Optional<String> connection) {
    static Key of(Span span) {
      var attributes = span.attributes();
      return new Key(
          attributes.get(AttributeNames.CLOCK).orElse(""),
          attributes.get(AttributeNames.PROCESS_ID),
          attributes.get(AttributeNames.PEER_ADDRESS),
          attributes.get(AttributeNames.PEER_PORT),
          attributes.get(CONNECTION));
    }

    boolean tells() {
      return process.isPresent() || port.isPresent() || connection.isPresent();
    }
  }

  /// What belongs together.
  ///
  /// @param answered the line that ends it; empty where there is none
  /// @param calls by their start
  record Stretch(Optional<Span> answered, List<Span> calls) {}

  /// Whether it is a line that says only that a request was answered, and by which process.
  static boolean isMark(Span span) {
    return span.kind() == SpanKind.SERVER
        && span.layer() == Layer.APP
        && span.time().known() == SpanTime.Known.INSTANT
        && span.time().resolutionNanos() <= PAUSE_NANOS
        && span.attributes().get(AttributeNames.PROCESS_ID).isPresent();
  }

  /// Takes one more entry: a call, or a mark.
  ///
  /// @return whether it can be told whose it is
  boolean add(Span span) {
    Key key = Key.of(span);
    SpanTime time = span.time();
    if (!key.tells()
        || time.known() == SpanTime.Known.DURATION
        || time.resolutionNanos() > PAUSE_NANOS) {
      return false;
    }
    sessions.computeIfAbsent(key, _ -> new ArrayList<>()).add(span);
    return true;
  }

  List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    for (List<Span> session : sessions.values()) {
      session.sort(BY_START);
      part(session, stretches);
    }
    return stretches;
  }

  private static void part(List<Span> session, List<Stretch> into) {
    List<Span> calls = new ArrayList<>();
    long last = Long.MIN_VALUE;
    for (Span span : session) {
      if (!calls.isEmpty() && span.time().atUnixNanos() - last > PAUSE_NANOS) {
        into.add(new Stretch(Optional.empty(), List.copyOf(calls)));
        calls.clear();
      }
      last = Math.max(last, span.time().atUnixNanos() + span.time().durationNanos());
      if (isMark(span)) {
        if (!calls.isEmpty()) {
          into.add(new Stretch(Optional.of(span), List.copyOf(calls)));
          calls.clear();
        }
      } else {
        calls.add(span);
      }
    }
    if (!calls.isEmpty()) {
      into.add(new Stretch(Optional.empty(), List.copyOf(calls)));
    }
  }
}
