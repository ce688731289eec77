package dev.lightfoot.probe.cascade;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// One selector of a rule, ready to be asked.
///
/// @param asked without what cannot be asked
/// @param evaluator says which elements it is for; empty where it is for none that can be told
/// @param key what an element must have to be asked at all: `#id`, `.class`, a type, or blank
/// @param specificity among others
/// @param target what of the element it is for
record RuleSelector(
    String asked, Optional<Evaluator> evaluator, String key, int specificity, Target target) {
  /// What of an element a selector is for.
  enum Target {
    /// The element itself.
    ELEMENT,
    /// A part of it that its own `content` makes: `::before` and `::after`.
    GENERATED,
    /// It, or a part of it, under a condition that is not known.
    OPEN
  }

  /// Characters of a selector that is asked; a longer one stays open.
  static final int MAX_LENGTH = 1_000;

  /// Brackets within each other of a selector that is asked.
  static final int MAX_DEPTH = 32;

  private static final Pattern GENERATED = Pattern.compile("::?(?:before|after)$");
  private static final Pattern PART =
      Pattern.compile("::[\\w-]+(?:\\([^()]*\\))?|:first-l(?:ine|etter)");
  private static final Pattern STATE =
      Pattern.compile(
          ":(?:hover|active|focus|focus-within|focus-visible|target|visited|checked|disabled|enabled"
              + "|required|optional|read-only|read-write|placeholder-shown|valid|invalid|user-invalid"
              + "|user-valid|in-range|out-of-range|indeterminate|default|fullscreen|modal|open|closed"
              + "|popover-open|playing|paused|autofill|defined|target-within|local-link)\\b");
  private static final Pattern SIBLINGS = Pattern.compile("[+~]|:nth|-child|-of-type");
  private static final Pattern LINK = Pattern.compile(":(?:any-)?link\\b");
  private static final Pattern WHERE = Pattern.compile(":where\\(");
  private static final Pattern KEY = Pattern.compile("[#.][\\w-]+|^[a-zA-Z][\\w-]*");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*]");

  static RuleSelector of(String text) {
    String selector = text.strip();
    int specificity = Specificity.of(selector);
    boolean generated = GENERATED.matcher(selector).find();
    String element = GENERATED.matcher(selector).replaceFirst("");
    String plain = STATE.matcher(PART.matcher(element).replaceAll("")).replaceAll("");
    boolean open = !plain.equals(element);
    String whole =
        plain.isEmpty() || isBetween(plain.charAt(plain.length() - 1)) ? plain + "*" : plain;
    String asked = WHERE.matcher(LINK.matcher(whole).replaceAll("[href]")).replaceAll(":is(");
    Target target = open ? Target.OPEN : generated ? Target.GENERATED : Target.ELEMENT;
    return new RuleSelector(asked, evaluator(asked), key(asked), specificity, target);
  }

  /// Whether it stands between two compounds.
  private static boolean isBetween(char c) {
    return Character.isWhitespace(c) || c == '>' || c == '+' || c == '~';
  }

  private static Optional<Evaluator> evaluator(String selector) {
    if (selector.length() > MAX_LENGTH || depth(selector) > MAX_DEPTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(Selector.evaluatorOf(selector));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int depth(String selector) {
    int depth = 0;
    int most = 0;
    for (int i = 0; i < selector.length(); i++) {
      depth += selector.charAt(i) == '(' ? 1 : selector.charAt(i) == ')' ? -1 : 0;
      most = Math.max(most, depth);
    }
    return most;
  }

  /// Whether an answer takes a look at all siblings of an element.
  boolean asksSiblings() {
    return SIBLINGS.matcher(asked).find();
  }

  /// Whether an answer takes a look at all that is in an element.
  boolean asksContent() {
    return asked.contains(":has(");
  }

  /// Something of the last compound that is quickly looked up; a selector with `:is()` in it may
  /// have a comma there, so it has none.
  private static String key(String selector) {
    String bare = BRACKETS.matcher(selector).replaceAll("");
    if (bare.indexOf('(') >= 0 || bare.indexOf('\\') >= 0 || bare.indexOf(',') >= 0) {
      return "";
    }
    int start = bare.length();
    while (start > 0 && !isBetween(bare.charAt(start - 1))) {
      start--;
    }
    Matcher key = KEY.matcher(bare.substring(start));
    String best = "";
    while (key.find()) {
      String one = key.group();
      boolean better = best.isEmpty() || one.startsWith("#") || !best.matches("[#.].*");
      best = better ? one : best;
    }
    return best.toLowerCase(Locale.ROOT);
  }
}
