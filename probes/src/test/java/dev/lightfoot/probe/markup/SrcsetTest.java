package dev.lightfoot.probe.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The cases for a ratio of 1 were shown to Chromium 156.
final class SrcsetTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a 0.8x, b 1.2x               |     | 1000 | 1     | b
          a 0.8x, b 0.9x               |     | 1000 | 1     | b
          a 400w, b 800w               |     | 500  | 1     | b
          a 400w, b 800w               |     | 400  | 1     | a
          a 400w, b 800w               |     | 900  | 1     | b
          a 400w, b 2000w              | src | 300  | 1     | a
          a 2x                         | src | 1000 | 1     | src
          a 2x                         | src | 1000 | 2     | a
          a 0.8x                       | src | 1000 | 1     | src
          a 1x, b 1x                   | src | 1000 | 1     | a
          a, b 2x                      |     | 1000 | 1.5   | b
          a,b 2x                       |     | 1000 | 1     | a,b
          a 1x,, b                     |     | 1000 | 1     | a
          a 0w, b 100w                 |     | 1000 | 1     | b
          a 1x 2x, b                   |     | 1000 | 1     | b
          a 100w 100h, b               |     | 100  | 1     | a
          a 1x (x, y), b               |     | 1000 | 1     | b
          a 1e3x, b .5x                |     | 1000 | 1     | a
          a 400w, b 800w, c 1200w      |     | 412  | 2.625 | c
          a -1x                        | src | 1000 | 1     | src
          ''                           | src | 1000 | 1     | src
          ' , ,, '                     |     | 1000 | 1     | -
          """)
  void theFirstThatIsDenseEnoughElseTheDensest(
      String srcset, String src, double width, double ratio, String chosen) {
    Optional<String> url = Srcset.choose(srcset, Optional.ofNullable(src), width, ratio);
    assertThat(url.orElse("-")).isEqualTo(chosen);
  }

  @Test
  void aSetIsReadToALimit() {
    StringBuilder set = new StringBuilder();
    for (int i = 1; i <= Srcset.MAX_CANDIDATES + 1; i++) {
      set.append(i).append(' ').append(i).append("w,");
    }
    assertThat(Srcset.choose(set.toString(), Optional.empty(), 1_000_000, 1)).contains("1000");
  }
}
