package dev.lightfoot.model.span;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RoundTripsTest {
  @Test
  void aSpanIsOneTripUnlessItSaysMore() {
    assertThat(call()).isEqualTo(new RoundTrips(1, 1));
  }

  @Test
  void aBatchOrAPipelineIsOneTripWithAllItsOperations() {
    assertThat(call(AttributeNames.DB_BATCH, "14")).isEqualTo(new RoundTrips(1, 14));
    assertThat(call(AttributeNames.DB_BATCH, "40")).isEqualTo(new RoundTrips(1, 40));
  }

  @Test
  void callsMadeOneAfterAnotherAreAsManyTrips() {
    assertThat(call(AttributeNames.CALLS, "12", AttributeNames.COMPOSITE, "12"))
        .isEqualTo(new RoundTrips(12, 12));
    assertThat(
            call(
                AttributeNames.CALLS,
                "12",
                AttributeNames.COMPOSITE,
                "12",
                AttributeNames.DB_BATCH,
                "12"))
        .isEqualTo(new RoundTrips(12, 12));
  }

  @Test
  void aBatchThatAnEarlierVersionKeptAsCallsIsOneTripToo() {
    assertThat(call(AttributeNames.CALLS, "20", AttributeNames.DB_BATCH, "20"))
        .isEqualTo(new RoundTrips(1, 20));
  }

  @Test
  void whatIsNoNumberOrLessThanOneCountsAsOne() {
    assertThat(call(AttributeNames.CALLS, "-3", AttributeNames.DB_BATCH, "many"))
        .isEqualTo(new RoundTrips(1, 1));
  }

  private static RoundTrips call(String... attributes) {
    return RoundTrips.of(
        Span.of("1", "INSERT", Layer.DATABASE, SpanKind.CLIENT, SpanTime.of(0, 1, 1))
            .with(Attributes.of(attributes)));
  }
}
