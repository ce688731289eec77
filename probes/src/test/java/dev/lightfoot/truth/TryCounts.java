package dev.lightfoot.truth;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.Written;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Joins measurements of the lab with its logs under all circumstances, and counts what became of
/// each request's entries in each log.
final class TryCounts {
  private static final List<List<String>> READ =
      List.of(
          List.of("nginx"),
          List.of("gunicorn", "django"),
          List.of("nginx", "postgresql"),
          List.of("nginx", "gunicorn", "django", "postgresql"));

  /// Which clocks are wrong, and which logs rotated: those of one machine together.
  private static final List<Set<String>> MACHINES =
      List.of(
          Set.of("nginx"),
          Set.of("gunicorn", "django"),
          Set.of("postgresql"),
          Set.of("nginx", "gunicorn", "django", "postgresql"));

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final List<String> wrong = new ArrayList<>();

  private static final class Count {
    int right;
    int notJoined;
    int wrong;
  }

  /// Adds one measurement.
  ///
  /// @param number of the measurement: it decides which logs are read and which are twisted
  void add(int number, List<Run> runs, TriedLogs logs, Written written) {
    List<String> read = READ.get(number % READ.size());
    Set<String> machine = MACHINES.get(number / READ.size() % MACHINES.size());
    long middle = runs.get(runs.size() / 2).startUnixNanos() - 1_000_000;
    for (boolean ids : new boolean[] {true, false}) {
      List<Span> spans = ids ? logs.spans() : TriedLogs.withoutIds(logs.spans());
      List<Span> given = spans.stream().filter(s -> read.contains(TriedLogs.log(s))).toList();
      for (Twist twist : Twist.values()) {
        List<Span> left =
            twist.of(given, span -> machine.contains(TriedLogs.log(span)), middle, number);
        // stamps of the future are known as such only where a log was read while it was written
        Written known = number % 2 == 0 ? written : Written.ANY_TIME;
        List<Run> joined = Join.of(runs, left, known).runs();
        String which = (ids ? "with ids; " : "without ids; ") + twist.label();
        for (Run run : joined) {
          read.forEach(log -> count(which, log, run, left, logs, number));
        }
      }
    }
  }

  private void count(
      String which, String log, Run run, List<Span> left, TriedLogs logs, int number) {
    String id = requestId(run);
    List<Span> found = of(log, run.spans()).filter(span -> logs.owner(span).isPresent()).toList();
    long own = of(log, left).filter(span -> logs.owner(span).equals(Optional.of(id))).count();
    long others = found.stream().filter(s -> !logs.owner(s).equals(Optional.of(id))).count();
    boolean all = found.size() == own || run.spans().stream().anyMatch(TryCounts::isAtLeast);
    Count count = counts.computeIfAbsent(which + "; " + log, _ -> new Count());
    if (others > 0 || (!found.isEmpty() && !all)) {
      count.wrong++;
      wrong.add(
          "measurement %d, %s, %s: %d of %d, %d of others"
              .formatted(number, which, log, found.size(), own, others));
    } else if (found.isEmpty() && own > 0) {
      count.notJoined++;
    } else {
      count.right++;
    }
  }

  private static Stream<Span> of(String log, List<Span> spans) {
    return spans.stream().filter(span -> TriedLogs.log(span).equals(log));
  }

  private static boolean isAtLeast(Span span) {
    return span.attributes().get(AttributeNames.AT_LEAST).isPresent();
  }

  private static String requestId(Run run) {
    return run.exchanges().getLast().response().map(ResponseFacts::headers).stream()
        .flatMap(List::stream)
        .filter(header -> header.named("x-request-id"))
        .map(Header::value)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no X-Request-ID in the answer"));
  }

  /// What was joined wrongly, one line each.
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// One line for each circumstance and log: right, not joined, wrong.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (which, count) ->
            lines.add(
                "{\"circumstance\": \"%s\", \"right\": %d, \"notJoined\": %d, \"wrong\": %d}"
                    .formatted(which, count.right, count.notJoined, count.wrong)));
    return lines;
  }
}
