package dev.lightfoot.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.EdgeCache.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EdgeCacheTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cache-Status     | ExampleCache; hit; ttl=376                    | HIT
          Cache-Status     | OriginCache; hit, CDN; fwd=uri-miss; stored   | MISS
          Cache-Status     | CDN; fwd=stale; fwd-status=304                | REVALIDATED
          Cache-Status     | CDN; fwd=bypass; detail="hit, or not"         | BYPASS
          CF-Cache-Status  | DYNAMIC                                       | BYPASS
          CF-Cache-Status  | EXPIRED                                       | MISS
          CF-Cache-Status  | UPDATING                                      | STALE
          X-Cache          | Hit from cloudfront                           | HIT
          X-Cache          | RefreshHit from cloudfront                    | REVALIDATED
          X-Cache          | MISS, HIT                                     | HIT
          X-Cache          | TCP_MISS from a23-45.deploy.akamaitechnologies.com | MISS
          X-Cache          | TCP_MEM_HIT from a23-45.deploy.akamaitechnologies.com | HIT
          X-Cache-Hits     | 0, 3                                          | HIT
          X-Cache-Hits     | 0                                             | MISS
          Age              | 17                                            | HIT
          X-Vercel-Cache   | STALE                                         | STALE
          """)
  void theFieldOfEachCacheIsUnderstood(String name, String value, Verdict verdict) {
    assertThat(EdgeCache.of(List.of(new Header(name, value))).map(EdgeCache::verdict))
        .contains(verdict);
  }

  @Test
  void theVerdictNamesItsSourceAndTheAge() {
    List<Header> headers = List.of(new Header("age", "31"), new Header("x-cache", "HIT"));
    assertThat(EdgeCache.of(headers))
        .contains(new EdgeCache(Verdict.HIT, "x-cache", "HIT", OptionalLong.of(31)));
  }

  @Test
  void whereNoCacheSpeaksThereIsNoVerdict() {
    List<Header> headers =
        List.of(new Header("age", "0"), new Header("cf-cache-status", "NONE/UNKNOWN"));
    assertThat(EdgeCache.of(headers)).isEmpty();
  }

  @Test
  void serverTimingIsReadAsTheStandardSays() {
    Header line =
        new Header(
            "Server-Timing",
            "miss, db;dur=53;dur=99, app;desc=\"a, \\\"b\\\"; c\";dur=47.2, x;dur=abc,,");
    assertThat(ServerTiming.of(List.of(line)))
        .containsExactly(
            new ServerTiming("miss", OptionalLong.empty(), Optional.empty()),
            new ServerTiming("db", OptionalLong.of(53_000_000), Optional.empty()),
            new ServerTiming("app", OptionalLong.of(47_200_000), Optional.of("a, \"b\"; c")),
            new ServerTiming("x", OptionalLong.empty(), Optional.empty()));
  }
}
