package dev.lightfoot.probe.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Late;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LateNotesTest {
  private static final long SENT = 1_000;
  private static final long COMPLETE = 2_000;
  private final LateNotes notes = new LateNotes();

  @Test
  void stretchesThatOverlapAreOne() {
    notes.add(500, 600);
    notes.add(100, 300);
    notes.add(200, 350);
    assertThat(notes.list(SENT, COMPLETE)).containsExactly(new Late(100, 250), new Late(500, 100));
  }

  @Test
  void whileTheServerWorksAndSendsNothingWaitsForUs() {
    notes.add(900, 950);
    notes.add(1_100, 1_900);
    notes.add(COMPLETE, 2_500);
    assertThat(notes.list(SENT, COMPLETE))
        .containsExactly(new Late(900, 50), new Late(COMPLETE, 500));
  }

  @Test
  void whatArrivesAfterTheEndIsNoneOfItsOwn() {
    notes.stamped(true);
    notes.over();
    notes.add(2_100, 2_200);
    notes.stamped(false);
    assertThat(notes.list(SENT, COMPLETE)).isEmpty();
    assertThat(notes.allStamped()).isTrue();
  }

  @Test
  void whatWasHadAtOnceIsNotLate() {
    notes.add(500, 500);
    assertThat(notes.list(SENT, COMPLETE)).isEmpty();
  }

  @Test
  void theKernelIsTheSourceOnlyWhereItStampedEverything() {
    assertThat(notes.allStamped()).isFalse();
    notes.stamped(true);
    assertThat(notes.allStamped()).isTrue();
    notes.stamped(false);
    assertThat(notes.allStamped()).isFalse();
  }

  @Test
  void aStampOfTheWallClockIsAsLongAgoOnTheOther() {
    ClockReading now = new ClockReading(5_000_000_000L, Instant.ofEpochSecond(1_700_000_000, 100));
    assertThat(now.nanoTimeOf(1_700_000_000, 100)).isEqualTo(5_000_000_000L);
    assertThat(now.nanoTimeOf(1_699_999_999, 900_000_100)).isEqualTo(4_900_000_000L);
    assertThat(now.nanoTimeOf(1_700_000_001, 100)).isEqualTo(6_000_000_000L);
  }
}
