package dev.lightfoot.probe.markup;

import dev.lightfoot.probe.css.Charsets;
import java.nio.charset.Charset;
import java.util.Optional;

/// Looks for a `meta` that names the charset (HTML Standard section 13.2.3.2).
final class CharsetScan implements TokenSink {
  private final HtmlTokens tokens = new HtmlTokens(this);
  private Optional<Charset> found = Optional.empty();

  /// @param ascii bytes as characters of the same number
  Optional<Charset> feed(String ascii) {
    tokens.feed(ascii);
    return found;
  }

  @Override
  public Content startTag(Tag tag) {
    if (tag.is("meta") && found.isEmpty()) {
      boolean declares = tag.word("http-equiv").equals("content-type");
      Optional<String> label =
          tag.attribute("charset")
              .or(() -> declares ? inType(tag.word("content")) : Optional.empty());
      found = label.flatMap(Charsets::ofMeta);
    }
    return Content.MARKUP;
  }

  /// The charset in a content type; empty where it names none.
  static Optional<String> inType(String type) {
    int at = Html.lower(type).indexOf("charset");
    while (at >= 0) {
      String rest = Html.strip(type.substring(at + "charset".length()));
      if (rest.startsWith("=")) {
        return Optional.of(unquoted(Html.strip(rest.substring(1))));
      }
      at = Html.lower(type).indexOf("charset", at + 1);
    }
    return Optional.empty();
  }

  private static String unquoted(String text) {
    if (text.startsWith("\"") || text.startsWith("'")) {
      int end = text.indexOf(text.charAt(0), 1);
      return text.substring(1, end < 0 ? text.length() : end);
    }
    int end = 0;
    while (end < text.length() && !Html.isSpace(text.charAt(end)) && text.charAt(end) != ';') {
      end++;
    }
    return text.substring(0, end);
  }

  @Override
  public void endTag(String name, int line) {}

  @Override
  public void words(int line) {}

  @Override
  public void text(CharSequence text, boolean ended) {}

  @Override
  public boolean hasCdata() {
    return false;
  }
}
