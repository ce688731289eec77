package dev.lightfoot.probe.markup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.page.Viewport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a document names: each case is a rule of the scanner or the parser.
final class DocumentReaderTest {
  @Test
  void aPageIsReadInTheOrderOfItsDocument() {
    String html =
        """
        <!doctype html><html><head>
        <link rel=stylesheet href=a.css>
        <script src="b.js"></script>
        </head><body>
        <img src='c.png'>
        <script src=d.js async></script>
        <link rel=stylesheet href=e.css>
        </body></html>
        """;
    assertThat(Findings.lines(html))
        .containsExactly(
            "2 preload-scanner a.css stylesheet render",
            "3 preload-scanner b.js script render",
            "4 BODY",
            "5 preload-scanner c.png image none",
            "6 preload-scanner d.js script potential",
            "7 preload-scanner e.css stylesheet parser",
            "9 END");
  }

  @Test
  void aTagIsKnownWithItsLastByte() {
    DocumentReader reader =
        new DocumentReader(Findings.URL, Viewport.DESKTOP, Optional.of("utf-8"));
    assertThat(reader.feed("<html><script src='a.js'".getBytes(UTF_8))).isEmpty();
    List<Found> found = reader.feed(">".getBytes(UTF_8));
    assertThat(found).map(Findings::line).containsExactly("1 preload-scanner a.js script render");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          script                 | <script src=a.js></script>                               | s:a.js
          module                 | <script type=module src=a.js></script>                   | s:a.js
          type of old            | <script language=JavaScript1.2 src=a.js></script>        | s:a.js
          data block             | <script type=text/template src=a.js></script>            |
          nomodule               | <script nomodule src=a.js></script><img src=b>           | s:b
          import map             | <script type=importmap src=a.js></script>                |
          sheet                  | <link rel='StyleSheet' href=a.css>                       | s:a.css
          sheet of other type    | <link rel=stylesheet type=text/less href=a.css>          |
          sheet for print        | <link rel=stylesheet media=print href=a.css>             | p:a.css
          sheet for wide windows | <link rel=stylesheet media='(min-width:100px)' href=a>   | s:a
          alternate sheet        | <link rel='alternate stylesheet' title=x href=a.css>     | p:a.css
          disabled sheet         | <link rel=stylesheet disabled href=a.css>                |
          image                  | <img src=a.png>                                          | s:a.png
          image in capitals      | <IMG SRC=a.png>                                          | s:a.png
          lazy image             | <img loading=lazy src=a.png>                             | p:a.png
          image twice            | <img src=a.png><img src=a.png>                           | s:a.png
          srcset                 | <img srcset='a.png 1x, b.png 2x' src=c.png>              | s:a.png
          no address             | <img src=''><img src=' '><img>                           |
          input                  | <input type=image src=a.png><input src=b.png>            | s:a.png
          poster                 | <video poster=a.png></video>                             | s:a.png
          film                   | <video src=a.mp4 poster=b.png></video>                   | s:b.png p:a.mp4
          film of two sources    | <video><source src=a.mov type=video/quicktime><source src=b.webm type=video/webm><source src=c.mp4></video> | p:b.webm
          captions               | <video><track src=a.vtt default><track src=b.vtt></video> | p:a.vtt
          frame                  | <iframe src=a.html></iframe>                             | p:a.html
          blank frame            | <iframe src=about:blank></iframe>                        |
          object and embed       | <object data=a.svg></object><embed src=b.png>            | p:a.svg p:b.png
          icon                   | <link rel='shortcut icon' href=a.ico>                    | p:a.ico
          manifest               | <link rel=manifest href=a.json>                          | p:a.json
          preconnect             | <link rel=preconnect href=//cdn.test>                    | s:http://cdn.test/
          lookup ahead           | <link rel=dns-prefetch href=//cdn.test>                  | p:http://cdn.test/
          prefetch               | <link rel=prefetch href=a.html>                          | p:a.html
          preload                | <link rel=preload as=font href=a.woff2 crossorigin>      | s:a.woff2
          preload of a film      | <link rel=preload as=video href=a.mp4>                   |
          preload of nothing     | <link rel=preload href=a.mp4>                            |
          preload of a set       | <link rel=preload as=image imagesrcset='a 400w, b 2000w' imagesizes=50vw> | s:b
          module preload         | <link rel=modulepreload href=a.js>                       | s:a.js
          background             | <body background=a.png>                                  | p:a.png
          base                   | <base href=/x/><img src=a.png>                           | s:/x/a.png
          base of data           | <base href=data:x><img src=a>                            | s:a
          second base            | <base href=/x/><base href=/y/><img src=a.png>            | s:/x/a.png
          noscript               | <noscript><img src=a.png></noscript><img src=b.png>      | s:b.png
          template               | <template><img src=a.png></template><img src=b.png>      | s:b.png
          nested templates       | <template><template></template><img src=a></template><img src=b> | s:b
          shadow root            | <div><template shadowrootmode=open><img src=a></template></div> | s:a
          base in a shadow root  | <template shadowrootmode=open><base href=/x/><img src=a></template> | s:a
          comment                | <!-- <img src=a> --><img src=b><!--><img src=c>          | s:b s:c
          text in a title        | <title><img src=a></title><img src=b>                    | s:b
          text in a script       | <script>'<img src=a>'</script><img src=b>                | s:b
          tag in a script        | <script><!-- <script></script> <img src=a> --></script><img src=b> | s:b
          svg image              | <svg><image href=a.png /><image xlink:href=b.png /></svg> | s:a.png s:b.png
          svg sprite             | <svg><use href=a.svg#x></use><use href=#y></use></svg>   | p:a.svg
          svg title              | <svg><title/></svg><img src=a>                           | s:a
          svg text               | <svg><![CDATA[ <img src=a> ]]></svg><img src=b>          | s:b
          end of svg by html     | <svg><p><title><img src=a></title><img src=b>            | s:b
          references in values   | <img src='a?x=1&amp;y=2'>                                | s:a?x=1&y=2
          unquoted               | <img src=a.png/>                                         | s:a.png/
          same attribute twice   | <img src=a.png src=b.png>                                | s:a.png
          tag not closed         | <img src=a.png                                           |
          policy                 | <script src=a></script><meta http-equiv=Content-Security-Policy content=x><script src=b></script> | s:a p:b
          inline import          | <style>@import 'a.css'; b{}</style>                      | s:a.css
          inline import for print| <style media=print>@import 'a.css';</style>              | s:a.css
          imports of the scanner | <style>/* ; { */ @charset "x"; @layer y; @import 'a;b'; @IMPORT URL(c.css);@import 'd' print; i{} @import 'e';</style> | s:a;b s:c.css
          svg script             | <svg><script href=a.js></script></svg>                   | s:a.js
          image of the document  | <img src='#x'>                                           | p:page.html
          picture                | <picture><source srcset=a><source srcset=b><img src=c></picture> | s:a
          picture by media       | <picture><source media=print srcset=a><source srcset=b><img src=c></picture> | s:b
          picture by type        | <picture><source type=image/x srcset=a><source type=image/avif srcset=b><img src=c></picture> | s:b
          text in a picture      | <picture><span>x</span><source srcset=a><img src=b></picture> | s:b p:a
          text behind a source   | <picture><source srcset=a><span>x</span><img src=b></picture> | s:b p:a
          image deep in a picture| <picture><source srcset=a><a><img src=b></a></picture>   | s:b
          break in a picture     | <picture><br><source srcset=a><img src=b></picture>      | s:a
          image before a source  | <picture><img src=a><source srcset=b></picture>          | s:a
          sheet and icon         | <link rel='stylesheet icon' href=a>                      | p:a p:a
          sheet and preload      | <link rel='preload stylesheet' as=style href=a>          | s:a p:a
          preload of other type  | <link rel=preload as=style type=text/x href=a><link rel=preload as=script type=text/x href=b><link rel=preload as=font type=font/x href=c><link rel=preload as=image type=image/x href=d> | s:b
          preload for print      | <link rel=preload as=style media=print href=a>           |
          """)
  void whatIsNamedIsFound(String name, String html, String urls) {
    assertThat(Findings.urls(html)).as(name).isEqualTo(urls == null ? "" : urls);
  }

  @ParameterizedTest
  @CsvSource({
    "javascript:alert(1), INTERNAL",
    "data:image/gif;base64AA, DATA",
    "file:///etc/passwd, SCHEME",
    "ftp://a.test/b, SCHEME",
    "http://, UNREADABLE",
    "http://a.test:99999/, UNREADABLE",
    "http://u:p@a.test/, CREDENTIALS"
  })
  void whatCannotBeAskedForIsListedWithItsReason(String address, Found.Reason reason) {
    List<Found> found = Findings.of("<p>\n<img src='" + address + "'>");
    Found.Refused refused = (Found.Refused) found.get(1);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.text()).doesNotContain("u:p");
  }

  @Test
  void anAddressLongerThanIsReadIsRefused() {
    Found found = Findings.of("<img src=" + "a".repeat(Addresses.MAX_LENGTH + 1) + ">").get(1);
    assertThat(((Found.Refused) found).reason()).isEqualTo(Found.Reason.TOO_LONG);
    assertThat(((Found.Refused) found).text()).hasSizeLessThan(200);
    assertThat(Findings.urls("<img src=" + "a".repeat(Addresses.MAX_LENGTH) + ">")).isNotEmpty();
  }

  @Test
  void moreThanIsListedEndsInALimit() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 2 * DocumentReader.MAX_FOUND; i++) {
      html.append("<img src=").append(i).append('>');
    }
    List<Found> found = Findings.of(html.toString());
    assertThat(found).filteredOn(one -> one instanceof Found.Wanted).hasSize(10_000);
    assertThat(found.subList(10_001, found.size()))
        .map(Findings::line)
        .containsExactly("1 LIMIT", "1 END");
  }
}
