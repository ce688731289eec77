package dev.lightfoot.report.layout.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.model.RunState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FitPictureTest {
  private static final long MILLI = 1_000_000;

  private static FitPicture picture(long... pairs) {
    List<FirstByteFit.Point> points =
        Stream.iterate(0, i -> i + 2)
            .limit(pairs.length / 2)
            .map(i -> point(i, pairs[i], pairs[i + 1]))
            .toList();
    return FitPicture.of(FirstByteFit.through(Optional.of(RunState.COLD), points));
  }

  private static FirstByteFit.Point point(int at, long rtt, long firstByte) {
    return new FirstByteFit.Point(at, "10.0.0.1:443", rtt * MILLI, firstByte * MILLI, 10);
  }

  @Test
  void theLineGoesThroughThePictureFromEdgeToEdge() {
    // first byte = 20 ms + 3 × RTT
    FitPicture picture = picture(10, 50, 20, 80, 40, 140);
    assertThat(picture.rtt().endNanos()).isEqualTo(40 * MILLI);
    assertThat(picture.firstByte().endNanos()).isEqualTo(140 * MILLI);
    assertThat(picture.line())
        .contains(new FitPicture.Line(0, 20 * MILLI, 40 * MILLI, 140 * MILLI));
  }

  @Test
  void belowTheAxisItIsNotDrawn() {
    // first byte = 4 × RTT − 20 ms
    FitPicture picture = picture(10, 20, 20, 60, 40, 140);
    assertThat(picture.line()).contains(new FitPicture.Line(5 * MILLI, 0, 40 * MILLI, 140 * MILLI));
  }

  @Test
  void oneThatFallsEntersThroughTheCeiling() {
    // first byte = 100 ms − 5 × RTT
    FitPicture picture = picture(4, 80, 8, 60, 16, 20);
    assertThat(picture.line())
        .contains(new FitPicture.Line(4 * MILLI, 80 * MILLI, 16 * MILLI, 20 * MILLI));
  }

  @Test
  void withoutALineThereAreTheSpots() {
    FitPicture picture = picture(10, 50, 10, 60);
    assertThat(picture.line()).isEmpty();
    assertThat(picture.spots())
        .containsExactly(
            new FitPicture.Spot(10 * MILLI, 50 * MILLI),
            new FitPicture.Spot(10 * MILLI, 60 * MILLI));
  }
}
