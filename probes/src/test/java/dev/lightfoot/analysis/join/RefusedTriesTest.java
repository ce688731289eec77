package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A thousand measurements of requests that two views worked on, with ids in the access logs only:
/// in one to four processes of one thread or eight, each view with statements or without, beside up
/// to 20 others a second for the same.
final class RefusedTriesTest {
  private static final int TRIES = 1_000;

  private final List<String> wrong = new ArrayList<>();
  private int right;
  private int notJoined;

  @Test
  void ofAThousandMeasurementsWithTwoViewsNoneIsJoinedWrongly() {
    for (int seed = 0; seed < TRIES; seed++) {
      measure(seed);
    }
    System.out.printf("right %d, not joined %d, wrong %d%n", right, notJoined, wrong.size());
    assertThat(wrong).isEmpty();
    // and a sixth is told
    assertThat(right * 5).isGreaterThan(notJoined);
  }

  private void measure(int seed) {
    RefusedTraffic traffic = new RefusedTraffic(seed);
    List<Run> joined = Join.of(traffic.runs(), traffic.spans()).runs();
    for (int i = 0; i < joined.size(); i++) {
      String run = i + ".";
      List<Span> found =
          joined.get(i).spans().stream().filter(span -> span.layer() == Layer.DATABASE).toList();
      long own =
          traffic.spans().stream()
              .filter(span -> span.layer() == Layer.DATABASE)
              .filter(span -> RefusedTraffic.truth(span).startsWith(run))
              .count();
      boolean elsewhere =
          found.stream()
              .anyMatch(
                  span ->
                      !span.parentSpanId().orElse("").startsWith(RefusedTraffic.truth(span) + "v"));
      if (!found.isEmpty() && (elsewhere || found.size() != own)) {
        wrong.add(
            seed
                + ": run "
                + i
                + ": "
                + found.size()
                + " of "
                + own
                + found.stream()
                    .map(span -> RefusedTraffic.truth(span) + "<" + span.parentSpanId().orElse(""))
                    .collect(Collectors.joining(" ", " ", "")));
      } else if (!found.isEmpty()) {
        right++;
      } else if (own > 0) {
        notJoined++;
      }
    }
  }
}
