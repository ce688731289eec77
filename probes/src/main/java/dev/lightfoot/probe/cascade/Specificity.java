package dev.lightfoot.probe.cascade;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How specific a selector is (Selectors Level 4, section 17), as one number: ids count most, then
/// classes, attributes and pseudo-classes, then types. Of `:is()` and `:not()` all arguments count,
/// where only the most specific one should.
final class Specificity {
  private static final Pattern WHERE = Pattern.compile(":where\\([^()]*\\)");
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern PARTS =
      Pattern.compile(
          "(?<id>#[\\w-]+)|(?<cls>\\.[\\w-]+|\\[[^\\[\\]]*]|(?<!:):(?!is\\(|not\\(|has\\()[\\w-]+)"
              + "|(?<type>(?<![\\w.#:\\[-])[a-zA-Z][\\w-]*|::[\\w-]+)");
  private static final int MOST = 1_023;

  private Specificity() {}

  static int of(String selector) {
    String text = STRING.matcher(WHERE.matcher(selector).replaceAll("")).replaceAll("");
    int ids = 0;
    int classes = 0;
    int types = 0;
    Matcher matcher = PARTS.matcher(text);
    while (matcher.find()) {
      ids += matcher.group("id") == null ? 0 : 1;
      classes += matcher.group("cls") == null ? 0 : 1;
      types += matcher.group("type") == null ? 0 : 1;
    }
    return (Math.min(ids, MOST) << 20) | (Math.min(classes, MOST) << 10) | Math.min(types, MOST);
  }
}
