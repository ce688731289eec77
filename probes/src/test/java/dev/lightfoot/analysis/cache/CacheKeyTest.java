package dev.lightfoot.analysis.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheKeyTest {
  @ParameterizedTest
  @CsvSource({
    ":1:django.contrib.sessions.cached_dbkq7xwa0c3m9z1r5t8v2b4n6p7s0d1f2g,"
        + " :#:django.contrib.sessions.cached_db#",
    "django.contrib.sessions.cachekqxwacmz, django.contrib.sessions.cache#",
    "session:abc123, session:#",
    "session:kqxwacmzrtvbnpsdfghjkl:cart, session:#:cart",
    "sess:Kd8a_xQz-31, sess:#",
    "PHPREDIS_SESSION:q1w2e3r4t5y6, PHPREDIS_SESSION:#",
    "spring:session:sessions:expires:0b1c2d3e-1111-2222-3333-444455556666,"
        + " spring:session:sessions:expires:#",
  })
  void theKeyOfASessionIsLeftOut(String key, String pattern) {
    assertThat(CacheKey.pattern(key)).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "sessions.count, sessions.count",
    "session:settings, session:settings",
    "shop:1:menu, shop:#:menu",
    "django.contrib.sites, django.contrib.sites",
  })
  void whatIsNoKeyOfASessionStays(String key, String pattern) {
    assertThat(CacheKey.pattern(key)).isEqualTo(pattern);
  }
}
