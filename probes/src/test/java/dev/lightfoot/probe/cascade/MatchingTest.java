package dev.lightfoot.probe.cascade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.css.StyleSheetReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pages are those that Chromium 156 was shown; what it fetched stands beside them.
final class MatchingTest {
  private static final WebUrl URL = WebUrl.of("http://site.test/page.html");
  private static final Screen SCREEN = Screen.of(Viewport.DESKTOP);

  private static List<Need> needs(String html) {
    Document document = Jsoup.parse(html, URL.toString());
    List<StyleSheet> sheets = new ArrayList<>();
    for (Element style : document.select("style")) {
      sheets.add(StyleSheetReader.read(style.data(), URL, SCREEN, 1));
    }
    return Matching.of(document, URL, sheets, SCREEN);
  }

  private static String file(String name) throws IOException {
    try (InputStream in = MatchingTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  private static String names(List<Need> needs, boolean certain) {
    return needs.stream()
        .filter(need -> need.certain() == certain)
        .map(need -> need.address().text().replaceFirst("\\.\\w+(#.*)?$", ""))
        .sorted()
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  /// Chromium fetched as well: am (a box that is ticked), ad and ae (parts of lines), kf (an
  /// animation).
  @Test
  void imagesThatElementsShow() throws IOException {
    List<Need> needs = needs(file("images.html"));
    assertThat(names(needs, true))
        .isEqualTo(
            "a aa ab ai aj ak an an2 ao ap aq2 ar au av e g2 h1 h2 i j k l m n o p1 q s sp sty t"
                + " u w y z");
    assertThat(names(needs, false)).isEqualTo("ac ad ae af ag ah al am as at d kf no");
  }

  /// Chromium fetched as well: h and j (the machine has no Arial), u, w and x (parts of elements).
  @Test
  void fontsThatTextIsShownIn() throws IOException {
    List<Need> needs = needs(file("fonts.html"));
    assertThat(names(needs, true)).isEqualTo("a a-bold b d f l m n o p q r1 r2 s v y z");
    assertThat(names(needs, false)).isEqualTo("e h j u w x");
  }

  @Test
  void facesByWeightSlantAndCharacters() throws IOException {
    List<Need> needs = needs(file("faces.html"));
    assertThat(names(needs, true)).isEqualTo("a4 a7 b3 b6 c4 d19 d19i e1 e2 g4i");
    assertThat(names(needs, false)).isEmpty();
  }

  @Test
  void aLineNeedsItsFontWhateverIsInIt() throws IOException {
    assertThat(names(needs(file("lines.html")), true)).isEqualTo("a e f g h i");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          #x{background:url(a)} .y{background:url(b)}              | a
          .y{background:url(a)} p{background:url(b)}               | a
          p{background:url(a)} p{background:url(b)}                | b
          p{background:url(a)!important} #x{background:url(b)}     | a
          .y.y{background:url(a)} .y{background-image:url(b)}      | a
          :where(#x){background:url(a)} p{background:url(b)}       | b
          @layer m{#x{background:url(a)}} p{background:url(b)}     | b
          @layer m,n; @layer n{p{background:url(a)}} @layer m{#x{background:url(b)}} | a
          @layer m{p{background:url(a)!important}} #x{background:url(b)!important} | a
          p{background:url(a)} p{background:none}                  |
          div p{background:url(a)} span p{background:url(b)}       | a
          p{display:none;background:url(a)}                        |
          div{display:none} p{background:url(a)}                   |
          p{display:none} .y{display:block;background:url(a)}      | a
          :root{--a:url(a)} p{background:var(--a)}                 | a
          p{background:var(--no)}                                  |
          p{--a:var(--b);--b:var(--a);background:var(--a)}         |
          p::before{content:'';background:url(a)}                  | a
          p::before{background:url(a)}                             |
          p{background:url()}                                      |
          """)
  void theDeclarationThatWinsCounts(String css, String fetched) {
    String html = "<!doctype html><style>" + css + "</style><div><p id=x class=y>x</p></div>";
    assertThat(names(needs(html), true)).isEqualTo(fetched == null ? "" : fetched);
  }

  @Test
  void whatCannotBeMatchedStaysOpen() {
    String html =
        "<style>p:hover{background:url(a)} p:unheard-of(x){background:url(b)}</style><p>x";
    assertThat(names(needs(html), false)).isEqualTo("a b");
    assertThat(names(needs(html), true)).isEmpty();
  }

  @Test
  void aSelectorThatIsTooLongOrTooDeepStaysOpen() {
    String deep = ":is(".repeat(RuleSelector.MAX_DEPTH) + "p" + ")".repeat(RuleSelector.MAX_DEPTH);
    String page = "<style>%s{background:url(a)}</style><p>x";
    assertThat(names(needs(page.replace("%s", deep)), true)).isEqualTo("a");
    assertThat(names(needs(page.replace("%s", ":is(" + deep + ")")), false)).isEqualTo("a");
    String endless = "p" + ":not(.a)".repeat(RuleSelector.MAX_LENGTH);
    assertThat(names(needs(page.replace("%s", endless)), false)).isEqualTo("a");
    String hostile = ":is(".repeat(2_000) + "p";
    assertThat(names(needs(page.replace("%s", hostile)), true)).isEmpty();
  }

  @Test
  void selectorsThatLookAtAllSiblingsAreAskedToALimit() {
    String html =
        "<style>p ~ p ~ i{background:url(a)} :has(u){background:url(b)} b{background:url(c)}"
            + "</style><b>x</b>"
            + "<p></p>".repeat(20_000)
            + "<i></i>".repeat(20_000);
    List<Need> needs = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> needs(html));
    assertThat(names(needs, false)).isEqualTo("a b c");
  }

  @Test
  void deepDocumentsAndManyRulesTakeTheirTimeOnly() {
    String deep = "<div>".repeat(50_000) + "<p>x";
    StringBuilder css = new StringBuilder("div div div p{background:url(a)}");
    for (int i = 0; i < 20_000; i++) {
      css.append(".c").append(i).append(" > .d:not(.e){background:url(").append(i).append(")}");
    }
    String html = "<style>" + css + "</style>" + deep;
    List<Need> needs = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> needs(html));
    assertThat(names(needs, true)).isEqualTo("a");
  }
}
