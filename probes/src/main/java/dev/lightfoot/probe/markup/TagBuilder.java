package dev.lightfoot.probe.markup;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.parser.Parser;

/// Puts a tag together while its characters arrive.
final class TagBuilder {
  /// Characters of a name; what is longer is none that means anything.
  static final int MAX_NAME = 256;

  /// Characters of an attribute; what comes after them is dropped.
  static final int MAX_VALUE = 262_144;

  /// Attributes of one tag; more are dropped.
  static final int MAX_ATTRIBUTES = 1_000;

  private final StringBuilder name = new StringBuilder();
  private final StringBuilder attribute = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private Map<String, String> attributes = new LinkedHashMap<>();
  private Set<String> cut = new HashSet<>();
  private boolean valueCut;
  private boolean named;
  private int line;

  void begin(String start, int atLine) {
    name.setLength(0);
    name.append(start);
    attributes = new LinkedHashMap<>();
    cut = new HashSet<>();
    named = false;
    line = atLine;
  }

  void name(char c) {
    if (name.length() < MAX_NAME) {
      name.append(c == 0 ? '\ufffd' : Html.lower(c));
    }
  }

  String name() {
    return name.toString();
  }

  void beginAttribute() {
    endAttribute();
    named = true;
    attribute.setLength(0);
    value.setLength(0);
    valueCut = false;
  }

  void attribute(char c) {
    if (attribute.length() < MAX_NAME) {
      attribute.append(c == 0 ? '\ufffd' : Html.lower(c));
    }
  }

  void value(char c) {
    if (value.length() < MAX_VALUE) {
      value.append(c == 0 ? '\ufffd' : c);
    } else {
      valueCut = true;
    }
  }

  private void endAttribute() {
    if (!named || attributes.size() >= MAX_ATTRIBUTES) {
      return;
    }
    String key = attribute.toString();
    if (attributes.containsKey(key)) {
      return;
    }
    String text = value.toString();
    attributes.put(key, text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true));
    if (valueCut) {
      cut.add(key);
    }
  }

  int line() {
    return line;
  }

  Tag end(boolean selfClosing) {
    endAttribute();
    return new Tag(name(), attributes, cut, selfClosing, line);
  }
}
