package dev.lightfoot.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SnapshotIdTest {
  private static final Instant THEN = Instant.parse("2026-11-23T09:15:00.123Z");

  @Test
  void anIdIsTwentySixCharactersOfLowerCaseBase32() {
    assertThat(SnapshotId.next(THEN)).matches("[0-7][0-9a-hjkmnp-tv-z]{25}");
  }

  @Test
  void idsOfOneMillisecondSortInTheOrderMade() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(SnapshotId.next(THEN));
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aLaterInstantSortsAfter() {
    assertThat(SnapshotId.next(THEN)).isLessThan(SnapshotId.next(THEN.plusMillis(1)));
  }

  @Test
  void whatCouldLeaveTheFolderIsNoId() {
    assertThat(List.of("", "../../../../../../etc/passwd", "01kas7abcdefghjkmnpqrstv/."))
        .noneMatch(SnapshotId::isValid);
    assertThat(SnapshotId.isValid(SnapshotId.next(THEN))).isTrue();
  }

  @Test
  void anInstantBefore1970IsRefused() {
    assertThatThrownBy(() -> SnapshotId.next(Instant.ofEpochMilli(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
