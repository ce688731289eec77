package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What `Link` fields of a response ask for (RFC 8288), final or interim (RFC 8297). Followed are
/// the relations that browsers of the Chromium family follow in a header: `preload`,
/// `modulepreload`, `preconnect`, `dns-prefetch` and `prefetch`.
public final class LinkField {
  /// Links of one response that are read.
  public static final int MAX_LINKS = 200;

  private static final Set<String> RELATIONS =
      Set.of("preload", "modulepreload", "preconnect", "dns-prefetch", "prefetch");
  private static final Set<String> EARLY = Set.of("preload", "modulepreload", "preconnect");

  private final String text;
  private int at;

  private LinkField(String text) {
    this.text = text;
  }

  /// What they ask for, in order.
  ///
  /// @param values of all `Link` lines of one response
  /// @param url of the response
  /// @param by [Initiator.Type#LINK_HEADER] or [Initiator.Type#EARLY_HINTS]
  public static List<Found> read(
      List<String> values, WebUrl url, Viewport viewport, Initiator.Type by) {
    Page page = new Page(url, viewport);
    LinkTags links = new LinkTags(page, new ImageTags(page));
    int count = 0;
    for (String value : values) {
      LinkField field = new LinkField(value);
      while (count < MAX_LINKS && field.seek()) {
        Tag tag = field.link(by == Initiator.Type.EARLY_HINTS ? EARLY : RELATIONS);
        if (!tag.has("anchor")) {
          links.read(tag, by);
        }
        count++;
      }
    }
    return page.drain();
  }

  /// The next link; what stands before it is none.
  private boolean seek() {
    at = text.indexOf('<', at);
    at = at < 0 ? text.length() : at;
    return at < text.length();
  }

  /// @param followed the relations that count
  private Tag link(Set<String> followed) {
    int close = text.indexOf('>', at);
    int end = close < 0 ? text.length() : close;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("href", text.substring(at + 1, end));
    at = Math.min(end + 1, text.length());
    while (at < text.length() && text.charAt(at) != ',') {
      if (text.charAt(at) == ';') {
        at++;
        parameter(attributes);
      } else {
        at++;
      }
    }
    List<String> relations =
        new ArrayList<>(List.of(Html.lower(attributes.getOrDefault("rel", "")).split("\\s+", -1)));
    relations.retainAll(followed);
    attributes.put("rel", String.join(" ", relations));
    return new Tag("link", attributes, Set.of(), false, 0);
  }

  private void parameter(Map<String, String> attributes) {
    int start = at;
    while (at < text.length() && ";,=".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = Html.lower(Html.strip(text.substring(start, at)));
    String value = "";
    if (at < text.length() && text.charAt(at) == '=') {
      at++;
      value = value();
    }
    if (!name.isEmpty() && !name.equals("href")) {
      attributes.putIfAbsent(name, value);
    }
  }

  private String value() {
    while (at < text.length() && Html.isSpace(text.charAt(at))) {
      at++;
    }
    StringBuilder value = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' && at + 1 < text.length() ? 1 : 0;
        value.append(text.charAt(at++));
      }
      at = Math.min(at + 1, text.length());
    } else {
      while (at < text.length() && ";,".indexOf(text.charAt(at)) < 0) {
        value.append(text.charAt(at++));
      }
    }
    return Html.strip(value.toString());
  }
}
