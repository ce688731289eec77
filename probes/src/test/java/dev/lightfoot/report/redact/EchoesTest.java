package dev.lightfoot.report.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EchoesTest {
  private final Echoes echoes = new Echoes();
  private final AtomicInteger found = new AtomicInteger();

  private String replaced(String text) {
    return echoes.replace(text, "*", found::incrementAndGet);
  }

  @Test
  void everyPlaceIsReplacedAndCounted() {
    echoes.add("s3cr3t-one");
    assertThat(replaced("a=s3cr3t-one; b=s3cr3t-ones3cr3t-one.")).isEqualTo("a=*; b=**.");
    assertThat(found).hasValue(3);
  }

  @Test
  void ofTwoThatBeginAlikeTheLongerCounts() {
    echoes.add("token-12");
    echoes.add("token-12345");
    assertThat(replaced("token-12345 token-12 token-1")).isEqualTo("* * token-1");
  }

  @Test
  void whatIsShortOrHasNoDigitIsNotLookedFor() {
    assertThat(echoes.add("short-1")).isFalse();
    assertThat(echoes.add("no digits here")).isFalse();
    assertThat(echoes.add("digits 1 here")).isTrue();
    assertThat(echoes.add("digits 1 here")).isFalse();
    assertThat(replaced("short-1, no digits here")).isEqualTo("short-1, no digits here");
  }

  @Test
  void textsAtTheirEdgesAreLookedAtWhole() {
    echoes.add("12345678");
    assertThat(replaced("12345678")).isEqualTo("*");
    assertThat(replaced("1234567")).isEqualTo("1234567");
    assertThat(replaced("")).isEmpty();
  }

  @Test
  void tenThousandSecretsAreFoundEachInItsText() {
    for (int i = 0; i < 10_000; i++) {
      echoes.add("key" + i + "secretvalue" + i);
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(replaced("GET /a?token=key" + i + "secretvalue" + i + "&x"))
          .isEqualTo("GET /a?token=*&x");
    }
    assertThat(found).hasValue(10_000);
  }
}
