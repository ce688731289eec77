package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Five hundred measurements beside other traffic, whose truth is known: several workers, others
/// who ask for the same up to 20 times a second or within 1 ms of a run, the same measurement made
/// before, clocks that are shifted or set meanwhile, logs of which a part is missing or that hold
/// others' requests alone, with ids and without.
final class JoinTriesTest {
  private static final int TRIES = 500;

  private static final List<List<String>> READ =
      List.of(
          List.of("nginx"),
          List.of("gunicorn", "django"),
          List.of("nginx", "postgresql"),
          List.of("nginx", "gunicorn", "django", "postgresql"));

  private final Map<String, Count> counts = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();

  private static final class Count {
    int right;
    int notJoined;
    int wrong;

    @Override
    public String toString() {
      return "right %d, not joined %d, wrong %d".formatted(right, notJoined, wrong);
    }
  }

  @Test
  void ofFiveHundredMeasurementsBesideOthersNoneIsJoinedWrongly() {
    for (int seed = 0; seed < TRIES; seed++) {
      measure(seed);
    }
    String all = counts.toString().replace("}, ", "\n").replace(", with", "\nwith");
    System.out.println(all);
    assertThat(wrong).as(all).isEmpty();
    for (String log : List.of("nginx", "django", "postgresql")) {
      // what nothing makes unclear is joined, all of it
      assertThat(count("without ids, clear", log).notJoined).as(log).isZero();
      assertThat(count("with ids, clear", log).notJoined).as(log).isZero();
    }
    for (String log : List.of("nginx", "gunicorn", "django")) {
      assertThat(count("with ids, unclear", log).notJoined).as(log).isZero();
    }
    // and much of what is not clear: a third of what nginx logged without ids
    Count unclear = count("without ids, unclear", "nginx");
    assertThat(unclear.right * 3).isGreaterThan(unclear.notJoined);
  }

  private Count count(String which, String log) {
    return counts.computeIfAbsent(which + ", " + log, _ -> new Count());
  }

  private void measure(int seed) {
    Circumstances given = Circumstances.of(new Random(seed));
    Traffic traffic = new Traffic(given, seed);
    List<Span> spans = new TrafficLogs(traffic).spans();
    List<String> logs = READ.get(seed % READ.size());
    List<Span> read =
        spans.stream().filter(span -> logs.contains(TrafficLogs.format(span))).toList();
    List<Run> joined = Join.of(traffic.runs(), read, traffic.written()).runs();
    for (int i = 0; i < joined.size(); i++) {
      for (String log : logs) {
        count(seed, given, log, i, of(log, joined.get(i).spans()), of(log, read));
      }
    }
  }

  private static List<Span> of(String log, List<Span> spans) {
    return spans.stream().filter(span -> TrafficLogs.format(span).equals(log)).toList();
  }

  private void count(
      int seed, Circumstances given, String log, int run, List<Span> found, List<Span> read) {
    long own = read.stream().filter(span -> TrafficLogs.owner(span) == run).count();
    long others = found.stream().filter(span -> TrafficLogs.owner(span) != run).count();
    // halves of calls that are joined themselves add no trip
    boolean halves = log.equals("postgresql") && READ.get(seed % READ.size()).contains("django");
    String which =
        (given.ids() ? "with ids, " : "without ids, ") + (given.clear() ? "clear" : "unclear");
    Count count = count(which, log);
    if (others > 0 || (!found.isEmpty() && found.size() != own && !halves)) {
      count.wrong++;
      wrong.add(
          "%d: %s of run %d: %d of %d, %d of others; %s"
              .formatted(seed, log, run, found.size(), own, others, given));
    } else if (!found.isEmpty()) {
      count.right++;
    } else if (own > 0) {
      count.notJoined++;
    }
  }
}
