package dev.lightfoot.codec.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.capture.CaptureTime.Fault;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CaptureTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T03:04:05.678Z, 2026-01-02T03:04:05.678Z",
    "2026-01-02T03:04:05.123456789-07:00, 2026-01-02T03:04:05.123456789-07:00",
    "2026-01-02T03:04:05+0200, 2026-01-02T03:04:05+02:00",
    "2026-01-02 03:04:05+02, 2026-01-02T03:04:05+02:00",
    "2026-01-02T03:04Z, 2026-01-02T03:04:00Z"
  })
  void whatTheStandardAndItsRelativesSayIsRead(String written, OffsetDateTime at) {
    assertThat(CaptureTime.of(written).orElseThrow().at()).isEqualTo(at);
    assertThat(CaptureTime.of(written).orElseThrow().fault()).isEmpty();
  }

  @Test
  void whatIsUnusualIsReadAndSaid() {
    assertThat(CaptureTime.of("1767323045678").orElseThrow())
        .isEqualTo(time("2026-01-02T03:04:05.678Z", Fault.EPOCH));
    assertThat(CaptureTime.of("2026-01-02T03:04:05").orElseThrow())
        .isEqualTo(time("2026-01-02T03:04:05Z", Fault.NO_ZONE));
    assertThat(CaptureTime.of("2016-12-31T23:59:60Z").orElseThrow())
        .isEqualTo(time("2017-01-01T00:00:00Z", Fault.LEAP_SECOND));
  }

  private static CaptureTime time(String at, Fault fault) {
    return new CaptureTime(OffsetDateTime.parse(at), Optional.of(fault));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "0000-01-01T00:00:00Z",
        "+99999-01-01T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "9999999999999999"
      })
  void whatIsNoTimeIsNotRead(String written) {
    assertThat(CaptureTime.of(written)).isEmpty();
  }
}
