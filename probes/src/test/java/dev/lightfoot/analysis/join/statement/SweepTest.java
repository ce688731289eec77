package dev.lightfoot.analysis.join.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.analysis.join.statement.Sweep.Region;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SweepTest {
  @Test
  void mostVotesWinAndAWrongVoteMovesNothing() {
    assertThat(
            Sweep.best(
                List.of(
                    new Interval(0, 10),
                    new Interval(5, 15),
                    new Interval(8, 20),
                    new Interval(900, 1_000))))
        .containsExactly(new Region(new Interval(8, 10), 3));
  }

  @Test
  void equalVotesAreAllGivenAndEmptyIntervalsDoNotVote() {
    assertThat(Sweep.best(List.of(new Interval(0, 1), new Interval(5, 5), new Interval(9, 2))))
        .containsExactly(new Region(new Interval(0, 1), 1), new Region(new Interval(5, 5), 1));
    assertThat(Sweep.best(List.of())).isEmpty();
  }

  @Test
  void ofEqualVotesTheOneNearestToWhatIsKnownIsTaken() {
    List<Region> equal =
        List.of(new Region(new Interval(-9, -8), 2), new Region(new Interval(3, 4), 2));
    assertThat(Sweep.nearest(equal, 0)).isEqualTo(equal.getLast());
    assertThat(Sweep.nearest(equal, -15)).isEqualTo(equal.getFirst());
  }
}
