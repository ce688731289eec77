package dev.lightfoot.probe.css;

import dev.lightfoot.probe.css.CssToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How wide an image will be, by its `sizes` attribute (HTML Standard section 4.8.4.2.2).
public final class Sizes {
  private Sizes() {}

  /// Whether the layout decides, which is not known while the document arrives.
  public static boolean isAuto(String sizes) {
    String text = sizes.strip();
    return text.regionMatches(true, 0, "auto", 0, 4)
        && (text.length() == 4 || text.substring(4).strip().startsWith(","));
  }

  /// The width in CSS pixels: the first size whose media match, else the whole width.
  public static double width(String sizes, Screen screen) {
    for (List<CssToken> entry : parts(CssTokens.all(sizes))) {
      OptionalDouble width = entry(entry, screen);
      if (width.isPresent()) {
        return width.getAsDouble();
      }
    }
    return screen.width();
  }

  /// The last component is the length, and what stands before it the condition.
  private static OptionalDouble entry(List<CssToken> entry, Screen screen) {
    List<CssToken> trimmed = new ArrayList<>(entry);
    while (!trimmed.isEmpty() && trimmed.getLast().is(Kind.SPACE)) {
      trimmed.removeLast();
    }
    int start = trimmed.size() - 1;
    int depth = 0;
    while (start >= 0) {
      CssToken token = trimmed.get(start);
      depth += token.closes() ? 1 : token.opens() ? -1 : 0;
      if (depth <= 0) {
        break;
      }
      start--;
    }
    if (start < 0) {
      return OptionalDouble.empty();
    }
    OptionalDouble length = CssMath.length(trimmed.subList(start, trimmed.size()), screen);
    List<CssToken> condition = trimmed.subList(0, start);
    boolean applies =
        condition.stream().allMatch(token -> token.is(Kind.SPACE))
            || MediaQuery.condition(condition, screen);
    return applies && length.isPresent() && length.getAsDouble() >= 0
        ? length
        : OptionalDouble.empty();
  }

  /// What commas outside of brackets part.
  static List<List<CssToken>> parts(List<CssToken> tokens) {
    List<List<CssToken>> parts = new ArrayList<>();
    List<CssToken> part = new ArrayList<>();
    int depth = 0;
    for (CssToken token : tokens) {
      depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
      if (depth == 0 && token.is(Kind.COMMA)) {
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }
}
