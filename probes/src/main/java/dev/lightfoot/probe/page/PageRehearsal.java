package dev.lightfoot.probe.page;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.cascade.Matching;
import dev.lightfoot.probe.css.Screen;
import dev.lightfoot.probe.css.StyleSheet;
import dev.lightfoot.probe.css.StyleSheetReader;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.markup.DocumentReader;
import dev.lightfoot.probe.markup.ScriptWords;
import dev.lightfoot.probe.page.request.Sites;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads a page of our own, so that the classes that read pages are loaded and compiled before the
/// first load counts. Nothing is sent.
public final class PageRehearsal {
  private static final int TIMES = 40;
  private static final String SCRIPT = "document.title += ' read';";
  private static final String SHEET =
      """
      @import "more.css" screen;
      @font-face { font-family: own; src: url(own.woff2) format("woff2"); }
      h1, .title > b { font: 2em/1.2 own, serif; background: url("title.png") no-repeat; }
      @media (min-width: 600px) { p:first-child::before { content: "x"; } }
      """;
  private static final String DOCUMENT =
      """
      <!doctype html><html lang=en><head><meta charset=utf-8><title>Rehearsal</title>
      <meta name=viewport content="width=device-width"><link rel=icon href=icon.png>
      <link rel=stylesheet href=a.css><link rel=preload as=font crossorigin href=own.woff2>
      <script src=a.js></script><script defer src=b.js></script><style>p{margin:0}</style></head>
      <body><h1 class=title>Rehearsal <b>of</b> a page</h1><img src=1.png width=200 height=100>
      <picture><source srcset="a.webp 1x, b.webp 2x" type=image/webp><img src=2.png></picture>
      <img srcset="s.png 400w, l.png 1200w" sizes="(max-width: 600px) 100vw, 50vw" alt="">
      <p>Text.<iframe src=f.html></iframe><script>fetch('x')</script></p></body></html>
      """;

  private PageRehearsal() {}

  /// Reads it some times.
  public static void pay() {
    byte[] document = DOCUMENT.getBytes(StandardCharsets.UTF_8);
    byte[] sheet = SHEET.getBytes(StandardCharsets.UTF_8);
    WebUrl url = WebUrl.of("https://www.rehearsal.test/");
    Screen screen = Screen.of(Viewport.DESKTOP);
    for (int time = 0; time < TIMES; time++) {
      DocumentReader reader = new DocumentReader(url, Viewport.DESKTOP, Optional.empty());
      reader.feed(document);
      reader.end();
      StyleSheet read =
          StyleSheetReader.read(sheet, Optional.empty(), StandardCharsets.UTF_8, url, screen);
      Matching.of(reader.document(), url, List.of(read), screen);
      ScriptWords.addsRequests(SCRIPT);
    }
    new Sites(Urls.of(url)).party(Urls.of(url));
  }
}
