package dev.lightfoot.probe.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.css.StyleSheetReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How far down lazy elements stand at least, in a window of 1440 by 900.
final class RoughLayoutTest {
  private static final WebUrl URL = WebUrl.of("http://site.test/page.html");
  private static final Screen SCREEN = Screen.of(Viewport.DESKTOP);
  private static final String LAZY = "<img loading=lazy src=z>";

  private static List<Placed> placed(String html) {
    Document document = Jsoup.parse(html, URL.toString());
    List<StyleSheet> sheets = new ArrayList<>();
    for (Element style : document.select("style")) {
      sheets.add(StyleSheetReader.read(style.data(), URL, SCREEN, 1));
    }
    return Matching.placed(document, URL, sheets, SCREEN).placed();
  }

  private static double top(String html) {
    return placed("<!doctype html>" + html.replace("LAZY", LAZY)).getLast().top();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <div style=height:100px></div>LAZY                                                  | 100
          <style>div{height:10rem}</style><div></div>LAZY                                     | 160
          <style>div{font-size:10px;height:10em}</style><div></div>LAZY                       | 100
          <style>div{height:100vh}</style><div></div><div></div>LAZY                          | 1800
          <style>div{height:calc(100vh - 100px)}</style><div></div>LAZY                       | 800
          <style>div{height:50%}</style><div></div>LAZY                                       | 0
          <style>div{min-height:70px}</style><div>x</div>LAZY                                 | 70
          <style>b{height:90px} div{max-height:30px}</style><div><p style=height:90px></div>LAZY | 30
          <style>:root{--h:80px} div{height:var(--h)}</style><div></div>LAZY                  | 80
          <div style=height:100px><p style=height:900px></p></div>LAZY                        | 100
          <div><div style=height:30px></div><div style=height:40px></div></div>LAZY           | 70
          <div style=height:100px;display:none></div>LAZY                                     | 0
          <div style=height:100px;float:left></div>LAZY                                       | 0
          <div style=height:100px;position:absolute></div>LAZY                                | 0
          <div style=height:100px;visibility:hidden></div>LAZY                                | 100
          <div style=height:100px></div><div style=position:absolute>LAZY</div>               | 0
          <div style=height:100px></div><p style=transform:translateY(-9px)>LAZY</p>          | 0
          <div style=height:100px></div><p style=margin-top:-30px>LAZY</p>                    | 70
          <div style=height:100px></div><p style=margin-top:-30px></p>LAZY                    | 70
          <div style=height:100px></div><p style="margin:1px 2px -40px">x</p>LAZY             | 76
          <div style=display:flex><p style=height:90px></p><p>LAZY</p></div>                  | 0
          <div style=display:flex><p style=height:90px></p><p style=height:80px></p></div>LAZY | 90
          <div style=display:flex;flex-direction:column><p style=height:90px></p>LAZY</div>   | 90
          <div style=display:grid><p style=height:90px></p><p style=height:80px></p></div>LAZY | 90
          <div style=columns:2><p style=height:90px></p><p style=height:80px></p></div>LAZY   | 90
          <table><tr><td style=height:30px>a<td>b<tr><td style=height:40px>c</table>LAZY      | 70
          <table><tr><td rowspan=2 style=height:90px>a<td>b<tr><td>c</table>LAZY              | 32
          <img src=a width=100 height=300><p>LAZY                                             | 300
          <img src=a width=100 height=300>LAZY                                                | 300
          <img src=a width=100 height=300><img loading=lazy src=z width=9 height=80>          | 220
          <img src=a width=100 height=300><img loading=lazy src=z style=vertical-align:top>   | 0
          <img src=a width=800 height=300><img src=b width=800 height=200>LAZY                | 500
          <style>i{display:inline-block;width:600px;height:90px}</style><i></i><i></i><i></i><p>LAZY | 180
          <style>div{display:grid;grid-template-columns:1fr 1fr} p{height:90px}</style><div><p></p><p></p><p></p><p>LAZY</p></div> | 90
          <style>div{display:grid;grid-template-columns:repeat(2,minmax(0,1fr))} p{height:90px}</style><div><p></p><p></p><p></p></div>LAZY | 180
          <style>div{display:grid;grid-template-columns:repeat(auto-fill,200px)} p{height:90px}</style><div><p></p><p></p><p></p></div>LAZY | 90
          <img src=a width=1440 height=300><img src=b width=1440 height=300><p>LAZY           | 600
          <img src=a width=100 height=300><img src=b width=100 height=300><p>LAZY             | 300
          <style>img{height:auto;max-width:100%}</style><img src=a width=2880 height=400><p>LAZY | 200
          <style>img{height:20px}</style><img src=a width=100 height=300><p>LAZY              | 20
          <img src=a><p>LAZY                                                                  | 0
          <iframe src=a></iframe><p>LAZY                                                      | 150
          <iframe src=a height=90></iframe><p>LAZY                                            | 90
          <select><option>a<option>b</select><p>LAZY                                          | 0
          <p>x</p><p>LAZY                                                                     | 16
          x<br>y<br>z<p>LAZY                                                                  | 48
          <pre>a&#10;b&#10;c</pre>LAZY                                                        | 48
          <style>p{font:40px/1.5 serif}</style><p>x</p>LAZY                                   | 40
          <style>p{font-size:x-small}</style><p>x</p>LAZY                                     | 9
          <details><summary>x</summary><p style=height:90px></p></details>LAZY                | 16
          <div style=content-visibility:auto><p style=height:90px></p></div>LAZY              | 0
          <i style=display:inline-block;height:90px></i><i style=display:inline-block;height:80px></i><p>LAZY | 90
          <div style=height:90px><span><p>a</p></span></div><span>LAZY</span>                 | 90
          <a><div style=height:90px></div></a>LAZY                                            | 90
          """)
  void whatStandsAboveTakesAtLeastSoMuch(String html, double top) {
    assertThat(top(html)).isEqualTo(top);
  }

  @Test
  void textFillsAtLeastAsManyLinesAsNarrowLettersWould() {
    String words = "some words in a row ".repeat(1_000);
    assertThat(top("<p>" + words + "</p>LAZY")).isBetween(900.0, 1_200.0);
    assertThat(top("<p style=width:100px>" + words + "</p>LAZY")).isBetween(12_000.0, 17_000.0);
    assertThat(top("<p style=white-space:nowrap>" + words + "</p>LAZY")).isEqualTo(16);
    assertThat(top("<p>" + " ".repeat(20_000) + "x</p>LAZY")).isEqualTo(16);
  }

  @Test
  void whatHasNoBoxStandsNowhere() {
    assertThat(placed("<div hidden>" + LAZY + "</div>" + LAZY))
        .extracting(Placed::shown)
        .containsExactly(false, true);
    assertThat(placed("<style>img{display:none}</style>" + LAZY))
        .extracting(Placed::shown)
        .containsExactly(false);
  }

  @Test
  void manyElementsWithinEachOtherTakeTheirTimeOnly() {
    String deep = "<div><span>".repeat(20_000) + LAZY;
    String many = "<p style=height:1px>x</p>".repeat(50_000) + LAZY;
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> placed(deep))).hasSize(1);
    assertThat(
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> placed(many)).getLast().top())
        .isEqualTo(50_000);
  }
}
