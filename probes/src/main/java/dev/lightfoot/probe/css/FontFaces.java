package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.css.CssToken.Kind;
import dev.lightfoot.probe.css.FontFace.Range;
import dev.lightfoot.probe.css.StyleRule.Declaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the descriptors of `@font-face`.
final class FontFaces {
  /// Ranges of characters of one face that are read.
  static final int MAX_RANGES = 10_000;

  private static final Pattern RANGE =
      Pattern.compile("[uU]\\+([0-9a-fA-F]{0,6})(\\?{0,6})(?:-([0-9a-fA-F]{1,6}))?");
  private static final int BOLD = 700;
  private static final int NORMAL = 400;
  private static final int MAX_WEIGHT = 1_000;

  private FontFaces() {}

  /// Reads one face.
  ///
  /// @param descriptors by name, the last of each
  /// @return empty where it names no family or no source
  static Optional<FontFace> read(Map<String, Declaration> descriptors, WebUrl base) {
    Optional<String> family =
        Optional.ofNullable(descriptors.get("font-family"))
            .map(each -> CssValues.families(each.value()).stream().findFirst().orElse(""));
    Declaration src = descriptors.get("src");
    if (family.isEmpty() || family.get().isEmpty() || src == null) {
      return Optional.empty();
    }
    Sources sources = new Sources(src, base);
    return Optional.of(
        new FontFace(
            family.get(),
            weights(value(descriptors, "font-weight")),
            isSlanted(value(descriptors, "font-style")),
            characters(value(descriptors, "unicode-range")),
            sources.chosen,
            sources.local));
  }

  private static String value(Map<String, Declaration> descriptors, String name) {
    Declaration found = descriptors.get(name);
    return found == null ? "" : found.value().strip();
  }

  static boolean isSlanted(String style) {
    String text = style.toLowerCase(Locale.ROOT);
    return text.startsWith("italic") || text.startsWith("oblique");
  }

  private static Range weights(String value) {
    List<Integer> numbers = new ArrayList<>();
    for (CssToken token : CssTokens.all(value)) {
      if (token.is(Kind.NUMBER)) {
        numbers.add((int) Math.clamp(token.number(), 1, MAX_WEIGHT));
      } else if (token.isWord("bold")) {
        numbers.add(BOLD);
      } else if (token.isWord("normal")) {
        numbers.add(NORMAL);
      } else if (token.isWord("auto")) {
        return new Range(1, MAX_WEIGHT);
      }
    }
    if (numbers.isEmpty()) {
      return new Range(NORMAL, NORMAL);
    }
    int first = Math.min(numbers.getFirst(), numbers.getLast());
    return new Range(first, Math.max(numbers.getFirst(), numbers.getLast()));
  }

  private static List<Range> characters(String value) {
    List<Range> ranges = new ArrayList<>();
    Matcher matcher = RANGE.matcher(value);
    while (matcher.find() && ranges.size() < MAX_RANGES) {
      String digits = matcher.group(1);
      String marks = matcher.group(2);
      if (digits.length() + marks.length() == 0 || digits.length() + marks.length() > 6) {
        continue;
      }
      int first = Integer.parseInt(digits + "0".repeat(marks.length()), 16);
      int last =
          matcher.group(3) == null
              ? Integer.parseInt(digits + "f".repeat(marks.length()), 16)
              : Integer.parseInt(matcher.group(3), 16);
      if (first <= last) {
        ranges.add(new Range(first, last));
      }
    }
    return ranges.isEmpty() ? List.of(FontFace.ALL) : ranges;
  }

  /// The sources of a face, in the order in which they are tried.
  private static final class Sources {
    private Optional<CssUrl> chosen = Optional.empty();
    private boolean local;

    Sources(Declaration src, WebUrl base) {
      for (List<CssToken> each : Sizes.parts(CssTokens.all(src.value()))) {
        if (chosen.isEmpty()) {
          read(each, src.line(), base);
        }
      }
    }

    private void read(List<CssToken> source, int line, WebUrl base) {
      Optional<String> address = CssUrls.in(source).stream().findFirst();
      boolean usable = true;
      for (int i = 0; i < source.size(); i++) {
        CssToken token = source.get(i);
        local |= token.isFunction("local");
        boolean format = token.isFunction("format");
        if (format || token.isFunction("tech")) {
          for (CssToken name : source.subList(i + 1, Conditions.closing(source, i))) {
            boolean word = name.is(Kind.STRING) || name.is(Kind.IDENT);
            usable &=
                !word
                    || (format
                        ? Supports.isFormat(name.text())
                        : Supports.isTechnique(name.text()));
          }
        }
      }
      if (usable) {
        chosen = address.map(text -> new CssUrl(text, base, line));
      }
    }
  }
}
