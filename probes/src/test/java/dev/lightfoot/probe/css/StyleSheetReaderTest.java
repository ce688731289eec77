package dev.lightfoot.probe.css;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StyleSheetReaderTest {
  private static final WebUrl URL = WebUrl.of("http://site.test/a.css");
  private static final Screen SCREEN = Screen.of(Viewport.DESKTOP);

  private static StyleSheet read(String css) {
    return StyleSheetReader.read(css, URL, SCREEN, 1);
  }

  /// Each import with `m` where its media match, `s` where its features are there, and its layer.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          @import "a";                                   | a ms -
          @import url(a);                                | a ms -
          @import url( "a" ) ;                           | a ms -
          @IMPORT URL('a');                              | a ms -
          @import"a"print;                               | a s -
          @import "a" screen and (min-width: 100px);     | a ms -
          @import "a" layer;                             | a ms [] -
          @import "a" layer(x.y) print;                  | a s [x.y] -
          @import "a" supports(display: grid) screen;    | a ms -
          @import "a" supports((display: grid) and (not (display: -moz-box)));| a ms -
          @import "a" supports(-moz-x: y);               | a m -
          @charset "utf-8"; @layer x; @import "a";       | a ms -
          @import "a"; @layer x; @import "b";            | a ms -
          @import "a"; i{} @import "b";                  | a ms -
          @namespace x "y"; @import "a";                 | -
          @media screen { @import "a"; }                 | -
          foo bar; @import "a";                          | -
          @unknown foo; @import "a";                     | a ms -
          /* @import "x"; */ @import "a\\62 ;c";         | ab;c ms -
          @import "a"                                    | a ms -
          """)
  void importsStandAtTheBeginning(String css, String imports) {
    StringBuilder found = new StringBuilder();
    for (StyleSheet.Import one : read(css).imports()) {
      found
          .append(one.address().text())
          .append(' ')
          .append(one.mediaMatches() ? "m" : "")
          .append(one.supported() ? "s" : "")
          .append(one.layer().map(name -> " [" + name + "]").orElse(""))
          .append(' ');
    }
    assertThat(found + "-").isEqualTo(imports);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          url(a.eot?#iefix) format('embedded-opentype'),url(a.woff2) format('woff2')   | a.woff2
          local('Nope'),url(b.woff)                                                     | b.woff
          url(c.svg#x) format('svg'),url(c.ttf) format('truetype')                      | c.ttf
          url(d.eot);src:url(d2.woff) format(woff)                                      | d2.woff
          url(e.woff2) format('woff2-variations')                                       | e.woff2
          url(f.woff2) format(woff2) tech(color-COLRv1), url(f2.woff2)                  | f.woff2
          url(g.woff2) tech(foo), url(g2.woff2)                                         | g2.woff2
          url(h.woff2) format('foo')                                                    | none
          url(i.otf) format('opentype')                                                 | i.otf
          url("j.woff2")format("woff2")                                                 | j.woff2
          """)
  void theFirstSourceThatChromiumCanUseIsTaken(String src, String chosen) {
    List<FontFace> faces = read("@font-face{font-family:'A B';src:" + src + "}").faces();
    assertThat(faces).hasSize(1);
    assertThat(faces.getFirst().family()).isEqualTo("a b");
    assertThat(faces.getFirst().source().map(CssUrl::text).orElse("none")).isEqualTo(chosen);
  }

  @Test
  void aFaceHasWeightsSlantAndCharacters() {
    FontFace face =
        read("@font-face{font-family:A;src:url(a);font-weight:200 600;font-style:oblique 10deg;"
                + "unicode-range:U+26, u+0-7F, U+4??, U+41-40, U+110000-1}")
            .faces()
            .getFirst();
    assertThat(face.weights()).isEqualTo(new FontFace.Range(200, 600));
    assertThat(face.italic()).isTrue();
    assertThat(face.characters())
        .containsExactly(
            new FontFace.Range(0x26, 0x26),
            new FontFace.Range(0, 0x7f),
            new FontFace.Range(0x400, 0x4ff));
    assertThat(read("@font-face{font-family:A;src:url(a)}").faces().getFirst().characters())
        .containsExactly(FontFace.ALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          a{background:url(x)}                                            | a
          @media screen{a{background:url(x)}}                             | a
          @media print{a{background:url(x)}}                              |
          @media screen{@media (min-width:1px){a{background:url(x)}}}     | a
          @supports (display:grid){a{background:url(x)}}                  | a
          @supports not (display:grid){a{background:url(x)}}              |
          @layer l{a{background:url(x)}}                                  | l:a
          @layer l{@layer m{a{background:url(x)}}}                        | l.m:a
          @container (width>1px){a{background:url(x)}}                    | ?a
          a{b{background:url(x)}}                                         | :is(a) b
          a{&:b{background:url(x)} c &{background:url(x)}}                | :is(a):b, c :is(a)
          a{background:url(x);@media screen{background:url(y)}}           | a, a
          a,b{> c{background:url(x)}}                                     | :is(a,b) > c
          a{;color:red;;background:url(x);}                               | a
          a{--x:{background:url(y)};background:url(x)}                    | a
          a{background:url(x y)}                                          |
          a{color:red}                                                    |
          } a{background:url(x)} b{background:url(x)}                     | } a, b
          @page{background:url(x)} a{background:url(x)}                   | a
          a{background:url(x)                                             | a
          a/**/ b{background:url(x)}                                      | a  b
          """)
  void rulesThatBearOnImagesAreKept(String css, String selectors) {
    StringBuilder found = new StringBuilder();
    for (StyleRule rule : read(css).rules()) {
      found
          .append(found.isEmpty() ? "" : ", ")
          .append(rule.certain() ? "" : "?")
          .append(rule.layer().map(name -> name + ":").orElse(""))
          .append(rule.selector().orElse("-"));
    }
    assertThat(found.toString()).isEqualTo(selectors == null ? "" : selectors);
  }

  @Test
  void linesAreCountedFromTheFirstGiven() {
    StyleSheet sheet =
        StyleSheetReader.read("@import 'a';\r\n/*\n*/\n@import 'b';", URL, SCREEN, 7);
    assertThat(sheet.imports()).map(one -> one.address().line()).containsExactly(7, 10);
  }

  @Test
  void theCharsetIsThatOfTheMarkThenTheHeaderThenTheRuleThenWhatNamesIt() {
    byte[] bytes = "@charset \"windows-1251\"; @import '\u00e9';".getBytes(ISO_8859_1);
    assertThat(name(bytes, Optional.of("latin1"))).isEqualTo("\u00e9");
    assertThat(name(bytes, Optional.empty())).isEqualTo("\u0439");
    byte[] marked = "\ufeff@import '\u00e9';".getBytes(UTF_8);
    assertThat(name(marked, Optional.of("latin1"))).isEqualTo("\u00e9");
    byte[] plain = "@import '\u00e9';".getBytes(UTF_8);
    assertThat(name(plain, Optional.empty())).isEqualTo("\u00e9");
  }

  private static String name(byte[] bytes, Optional<String> charset) {
    return StyleSheetReader.read(bytes, charset, UTF_8, URL, SCREEN)
        .imports()
        .getFirst()
        .address()
        .text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{",
        "(",
        "[",
        "{",
        "@media screen{",
        "a{b{",
        "url(",
        "\"",
        "/*",
        "\\",
        ":is(",
        "}"
      })
  void nestingWithoutEndAndTenMegabytesTakeTheirTimeOnly(String piece) {
    String css = "@import 'x';" + piece.repeat(10_000_000 / piece.length());
    StyleSheet sheet = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(css));
    assertThat(sheet.imports()).hasSize(1);
  }

  @Test
  void moreThanIsReadIsCut() {
    StyleSheet sheet = read(" ".repeat(StyleSheetReader.MAX_TEXT) + "a{background:url(x)}");
    assertThat(sheet.rules()).isEmpty();
    assertThat(sheet.cut()).isTrue();
    assertThat(read("a{}").cut()).isFalse();
  }

  @Test
  void deepNestingIsReadToALimit() {
    String deep = "@media screen{".repeat(SheetParser.MAX_DEPTH - 2);
    assertThat(read(deep + "a{background:url(x)}").rules()).hasSize(1);
    assertThat(read(deep + "@media screen{a{background:url(x)}").rules()).isEmpty();
    String back = "@media screen{" + deep + "a{}" + "}".repeat(SheetParser.MAX_DEPTH - 1);
    assertThat(read(back + "a{background:url(x)}").rules()).hasSize(1);
  }
}
