package dev.lightfoot.probe.markup;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Reads a document while it arrives and says what it names, as a browser of the Chromium family
/// that runs scripts would find it. What is found does not depend on how the bytes are parted.
/// Nothing is thrown, whatever the bytes; the time is proportional to their number.
public final class DocumentReader {
  /// As many things are listed of one document; then comes [Found.Kind#LIMIT] and the rest is not
  /// listed, but for [Found.Kind#BODY] and [Found.Kind#END].
  public static final int MAX_FOUND = Page.MAX_FOUND;

  private final WebUrl url;
  private final Page page;
  private final DocumentWalk walk;
  private final HtmlTokens tokens;
  private final TextDecoding decoding;
  private final StringBuilder text = new StringBuilder();

  /// Begins a document.
  ///
  /// @param url of the document, after redirects
  /// @param viewport the window that images and media are chosen for
  /// @param charset of the `Content-Type`, if it names one
  public DocumentReader(WebUrl url, Viewport viewport, Optional<String> charset) {
    this.url = url;
    page = new Page(url, viewport);
    walk = new DocumentWalk(page);
    tokens = new HtmlTokens(walk);
    decoding = new TextDecoding(charset);
  }

  /// What became known with these bytes, in the order of the document.
  public List<Found> feed(byte[] bytes, int offset, int length) {
    return feed(decoding.feed(bytes, offset, length));
  }

  /// What became known with these bytes, in the order of the document.
  public List<Found> feed(byte[] bytes) {
    return feed(bytes, 0, bytes.length);
  }

  private List<Found> feed(String more) {
    text.append(more);
    tokens.feed(more);
    return page.drain();
  }

  /// What became known with the end of the document; last comes [Found.Kind#END].
  public List<Found> end() {
    String rest = decoding.end();
    text.append(rest);
    tokens.feed(rest);
    tokens.end();
    walk.end(tokens.line());
    return page.drain();
  }

  /// What it is read as; windows-1252 as long as that is open.
  public Charset charset() {
    return decoding.charset();
  }

  /// What URLs are relative to now.
  public WebUrl base() {
    return page.base();
  }

  /// The whole document, after its end.
  public Document document() {
    return Jsoup.parse(text.toString(), url.toString());
  }
}
