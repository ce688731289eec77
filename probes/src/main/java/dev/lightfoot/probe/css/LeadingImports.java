package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The imports at the beginning of a sheet, while its text arrives: those that a scanner takes
/// before the sheet is parsed.
public final class LeadingImports {
  /// Characters of one rule; behind a longer one nothing is looked for.
  static final int MAX_RULE = 8_192;

  private final WebUrl base;
  private final Screen screen;
  private int line;
  private int start;
  private int searched;
  private boolean done;

  /// Begins a sheet.
  ///
  /// @param line that the text begins in
  public LeadingImports(WebUrl base, Screen screen, int line) {
    this.base = base;
    this.screen = screen;
    this.line = line;
  }

  /// The imports that are whole now and were not before.
  ///
  /// @param text all of it so far
  public List<StyleSheet.Import> next(CharSequence text) {
    List<StyleSheet.Import> found = new ArrayList<>();
    while (!done && searched < text.length()) {
      char c = text.charAt(searched++);
      if (searched - start > MAX_RULE) {
        done = true;
      } else if (c == ';' || c == '{') {
        rule(text.subSequence(start, searched).toString(), c == '{', found);
      }
    }
    return found;
  }

  private void rule(String text, boolean block, List<StyleSheet.Import> found) {
    if (text.lastIndexOf("/*") > text.lastIndexOf("*/")) {
      return; // within a comment
    }
    CssTokens tokens = new CssTokens(text, 0, line);
    List<CssToken> rule = new ArrayList<>();
    CssToken token = tokens.next();
    while (token.is(Kind.SPACE) || token.is(Kind.CDO) || token.is(Kind.CDC)) {
      token = tokens.next();
    }
    while (!token.is(Kind.END) && !token.is(Kind.SEMICOLON)) {
      rule.add(token);
      token = tokens.next();
    }
    if (block || rule.isEmpty() || !rule.getFirst().is(Kind.AT)) {
      done = true;
      return;
    }
    if (!token.is(Kind.SEMICOLON)) {
      return; // it stands in a string or a URL
    }
    String name = rule.getFirst().text().toLowerCase(Locale.ROOT);
    if (name.equals("import")) {
      Imports.parse(rule, base, screen).ifPresent(found::add);
    } else if (!name.equals("charset") && !name.equals("layer")) {
      done = true;
    }
    line = token.line();
    start = searched;
  }
}
