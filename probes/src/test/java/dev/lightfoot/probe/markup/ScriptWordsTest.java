package dev.lightfoot.probe.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScriptWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          document.write('<script>')                  | document.write
          document . write                            | -
          var s=document.createElement('script')      | createElement
          fetch ('/x')                                | fetch
          prefetch('/x')                              | -
          import('./a.js')                            | import
          import './a.js'                             | -
          new  Image().src='x'                        | new Image
          $.ajax({})                                  | .ajax
          var a = 1;                                  | -
          """)
  void theFirstWordThatCanAddRequests(String script, String word) {
    assertThat(ScriptWords.addsRequests(script).orElse("-")).isEqualTo(word);
  }

  @Test
  void aScriptIsReadToALimit() {
    String before = " ".repeat(ScriptWords.MAX_TEXT);
    assertThat(ScriptWords.addsRequests(before + "fetch(")).isEmpty();
    assertThat(ScriptWords.addsRequests(before.substring(6) + "fetch(")).isPresent();
  }
}
