package dev.lightfoot.report.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ChangeWordsTest {
  private static String words(String change) {
    return ChangeWords.of(change, target -> target.replaceAll("code=.*", "code=…"));
  }

  @Test
  void aSecretWithACommaIsTakenOutWhole() {
    assertThat(words("drop-redirect=https://h/cb?code=AAA,BBB"))
        .isEqualTo("No redirect from https://h/cb?code=…");
  }

  @Test
  void callsThatAreMadeAtTheSameTimeAreNamedOneByOne() {
    assertThat(ChangeWords.of("parallel=a,b", target -> "<" + target + ">"))
        .isEqualTo("<a>, <b>: at the same time");
  }

  @Test
  void aPeerWithoutADistanceIsShownAsItWasWritten() {
    assertThat(words("rtt.database")).isEqualTo("rtt.database");
  }

  @Test
  void whatNobodyKnowsIsShownAsItWasWrittenButWithoutSecrets() {
    assertThat(words("faster")).isEqualTo("faster");
    assertThat(words("batch")).isEqualTo("batch");
    assertThat(words("keep-alive=yes")).isEqualTo("keep-alive=yes");
    assertThat(words("faster=https://h/cb?code=AAA")).isEqualTo("faster=https://h/cb?code=…");
  }
}
