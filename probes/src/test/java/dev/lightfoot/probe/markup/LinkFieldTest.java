package dev.lightfoot.probe.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Viewport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LinkFieldTest {
  private static List<Found> read(String value, Initiator.Type by) {
    return LinkField.read(List.of(value), Findings.URL, Viewport.DESKTOP, by);
  }

  private static String urls(List<Found> found) {
    return found.stream()
        .map(one -> Findings.shortened(((Found.Wanted) one).url()))
        .reduce((a, b) -> a + " " + b)
        .orElse("");
  }

  /// Each was sent to Chromium 156, but for those with broken syntax.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <a.css>; rel=stylesheet, <b.js>; rel=preload; as=script         | b.js
          <c.js>; rel=modulepreload, <//cdn.test>; rel=preconnect         | c.js http://cdn.test/
          <d.png>; rel=preload; as=image; media=print                     |
          <e?h>;rel=preload;as=image;imagesrcset="e?1 400w, e?2 2000w";imagesizes="50vw" | e?2
          <f,g.js>;rel="preload";as=script                                | f,g.js
          <h.html>; rel=prefetch                                          | h.html
          <i.js>; rel="preload foo"; as=script                            | i.js
          <j.js>;rel=preload;as=script;anchor="#x"                        |
          <k.js>;as=script;rel=preload;rel=x                              | k.js
          <l.woff2>;rel=preload;as=font;crossorigin                       | l.woff2
          <m.ico>; rel=icon                                               |
          <n.js>; rel=preload                                             |
          nonsense, <o.js>; rel=preload; as=script                        | o.js
          <p.js; rel=preload                                              |
          <q.js>; ; =x; rel = "pre\\load" ; as=script                     | q.js
          <r.js>; title="a, <b.js>; rel=preload"; rel=preload; as=script  | r.js
          <javascript:x>; rel=preload; as=script                          | -
          """)
  void whatAFieldAsksFor(String value, String urls) {
    List<Found> found = read(value, Initiator.Type.LINK_HEADER);
    boolean refused = found.stream().anyMatch(one -> one instanceof Found.Refused);
    assertThat(refused ? "-" : urls(found)).isEqualTo(urls == null ? "" : urls);
  }

  @Test
  void theModeAndThePriorityAreRead() {
    Found.Wanted font =
        (Found.Wanted)
            read(
                    "</f.woff2>; rel=preload; as=font; crossorigin; fetchpriority=high",
                    Initiator.Type.EARLY_HINTS)
                .getFirst();
    assertThat(font.fetching().crossOrigin()).isEqualTo(Fetching.CrossOrigin.ANONYMOUS);
    assertThat(font.fetching().priority()).isEqualTo(Fetching.FetchPriority.HIGH);
    assertThat(font.place().by()).isEqualTo(Initiator.Type.EARLY_HINTS);
    assertThat(font.line()).isZero();
    assertThat(font.use()).isEqualTo(new Use.Preload("font"));
  }

  @Test
  void anInterimAnswerFetchesNothingForOtherPages() {
    assertThat(read("<a>; rel=prefetch, <b>; rel=dns-prefetch", Initiator.Type.EARLY_HINTS))
        .isEmpty();
  }

  @Test
  void linksAreReadToALimit() {
    String many = "<a.js>; rel=preload; as=script, ".repeat(LinkField.MAX_LINKS + 1);
    assertThat(read(many, Initiator.Type.LINK_HEADER)).hasSize(200);
  }
}
