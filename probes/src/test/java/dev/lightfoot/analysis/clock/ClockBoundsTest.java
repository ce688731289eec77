package dev.lightfoot.analysis.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Numbers worked out by hand.
final class ClockBoundsTest {
  private static final long MILLI = 1_000_000;

  private final ClockBounds bounds = new ClockBounds();

  @Test
  void whatHappensWithinARequestBoundsItsClockToBothSides() {
    // sent at 100, answered at 200; the server says 1130 to 1180: ahead by 980 at least (it had
    // ended when the answer came), by 1030 at most (it had not begun before the request left)
    bounds.within(client(100, 200), server("a", 1_130, 1_180), 0);
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", 980, 1_030, 0));
  }

  @Test
  void everyFurtherRequestNarrowsTheBound() {
    bounds.within(client(100, 200), server("a", 1_130, 1_180), 0);
    bounds.within(client(300, 400), server("a", 1_310, 1_370), 0);
    bounds.counts("a", 1);
    bounds.counts("a", 2);
    bounds.counts("a", 2);
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", 980, 1_010, 2));
  }

  @Test
  void theStepOfTheStampsWidensIt() {
    bounds.within(client(100, 200), server("a", 1_130, 1_180), 7);
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", 973, 1_037, 0));
  }

  @Test
  void aChainOfClocksIsFollowedThrough() {
    // proxy: ahead by 980 to 1030; application: within 10 to 20 of the proxy's
    bounds.within(client(100, 200), server("proxy", 1_130, 1_180), 0);
    bounds.within(server("proxy", 1_130, 1_180), server("app", 1_150, 1_190), 0);
    assertThat(bounds.solve())
        .containsExactly(
            new ClockBound("app", 990, 1_050, 0), new ClockBound("proxy", 980, 1_030, 0));
  }

  @Test
  void aTighterWayThroughAChainWinsOverADirectOne() {
    bounds.within(client(0, 1_000), server("a", 400, 600), 0); // -400 to 400
    bounds.within(client(0, 1_000), server("b", 10, 990), 0); // 10 at most, -10 at least
    bounds.within(server("b", 400, 600), server("a", 401, 599), 0); // a is ahead of b by -1 to 1
    assertThat(bounds.solve())
        .containsExactly(new ClockBound("a", -11, 11, 0), new ClockBound("b", -10, 10, 0));
  }

  @Test
  void requestsThatLeaveNoOffsetContradictEachOther() {
    bounds.within(client(100, 200), server("a", 1_130, 1_180), 0); // 980 to 1030
    bounds.within(client(300, 400), server("a", 2_310, 2_370), 0); // 1970 to 2010
    assertThat(bounds.contradicts()).isTrue();
    assertThat(bounds.pairsInConflict()).containsExactly(List.of("", "a"));
    assertThat(bounds.solve().getFirst().contradicts()).isTrue();
  }

  @Test
  void anAnswerThatEndsPromptlyIsHeldToTheMillisecondOfItsAfterwork() {
    bounds.answers(client(0, 50 * MILLI), server("a", MILLI, 50 * MILLI), 0);
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", -MILLI, 2 * MILLI, 0));
  }

  @Test
  void aServerThatLostItsTurnBeforeItLookedAtItsClockIsNoContradiction() {
    // as measured on loopback: began 0.6 ms after one request left, ended 3.3 ms after the answer
    // of another
    bounds.answers(client(0, 50 * MILLI), server("a", 600_000, 49 * MILLI), 0);
    bounds.answers(client(0, 50 * MILLI), server("a", 900_000, 53_300_000), 0);
    assertThat(bounds.contradicts()).isFalse();
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", -700_000, 1_600_000, 0));
  }

  @Test
  void aLateEndThatJustFitsIsNotTakenForAnExactOne() {
    // one and the same clock; a bound of 0.153 to 0.55 ms would be narrow, and wrong
    bounds.within(client(0, 50 * MILLI), server("a", 550_000, 40 * MILLI), 0);
    bounds.answers(client(0, 50 * MILLI), server("a", 550_000, 51_153_000), 0);
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", -847_000, 550_000, 0));
  }

  @Test
  void afterFourTurnsOfOthersALateEndIsAContradictionAllTheSame() {
    bounds.answers(client(0, 50 * MILLI), server("a", 0, 50 * MILLI), 0); // ahead by 1 at most
    bounds.answers(client(0, 50 * MILLI), server("a", 10 * MILLI, 67 * MILLI + 1), 0);
    assertThat(bounds.solve()).containsExactly(new ClockBound("a", 16 * MILLI + 1, MILLI, 0));
  }

  @Test
  void whatAnAnswerWaitedForEndsBeforeIt() {
    bounds.within(client(0, 50 * MILLI), server("a", 0, 50 * MILLI), 0);
    bounds.within(client(0, 50 * MILLI), server("a", 0, 50 * MILLI + 1), 0);
    assertThat(bounds.contradicts()).isTrue();
  }

  @Test
  void aCircleOfThreeClocksThatCannotCloseIsAContradiction() {
    bounds.within(client(0, 100), server("a", 0, 100), 0); // 0
    bounds.within(server("a", 0, 100), server("b", 50, 150), 0); // b is 50 ahead of a
    bounds.within(server("b", 0, 100), server("c", 50, 150), 0); // c is 50 ahead of b
    bounds.within(server("a", 0, 100), server("c", 0, 100), 0); // and yet level with a
    assertThat(bounds.pairsInConflict()).isEmpty();
    assertThat(bounds.contradicts()).isTrue();
  }

  @Test
  void offsetsToDrawAtSatisfyEveryBoundAtOnce() {
    bounds.within(client(100, 200), server("proxy", 1_130, 1_180), 0);
    bounds.within(server("proxy", 1_130, 1_180), server("app", 1_150, 1_190), 0);
    // the proxy in the middle of 980 and 1030; the application 10 to 20 ahead of that
    assertThat(bounds.offsets(List.of("proxy", "app")))
        .isEqualTo(Map.of("proxy", 1_005L, "app", 1_020L));
  }

  @Test
  void whatIsBoundedToOneSideOnlyHasNoBound() {
    bounds.atMost(ClockBounds.CLIENT, "a", 5);
    assertThat(bounds.solve()).isEmpty();
  }

  private static Stamped client(long start, long end) {
    return new Stamped(ClockBounds.CLIENT, start, end);
  }

  private static Stamped server(String clock, long start, long end) {
    return new Stamped(clock, start, end);
  }
}
