package dev.lightfoot.probe.cascade;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/// One selector of a rule, ready to be asked.
///
/// @param evaluator says which elements it is for; empty where it is for none that can be told
/// @param key what an element must have to be asked at all: `#id`, `.class`, a type, or blank
/// @param specificity among others
/// @param target what of the element it is for
record RuleSelector(Optional<Evaluator> evaluator, String key, int specificity, Target target) {
  /// What of an element a selector is for.
  enum Target {
    /// The element itself.
    ELEMENT,
    /// A part of it that its own `content` makes: `::before` and `::after`.
    GENERATED,
    /// It, or a part of it, under a condition that is not known.
    OPEN
  }

  private static final Pattern GENERATED = Pattern.compile("::?(?:before|after)$");
  private static final Pattern PART =
      Pattern.compile("::[\\w-]+(?:\\([^()]*\\))?|:first-l(?:ine|etter)");
  private static final Pattern STATE =
      Pattern.compile(
          ":(?:hover|active|focus|focus-within|focus-visible|target|visited|checked|disabled|enabled"
              + "|required|optional|read-only|read-write|placeholder-shown|valid|invalid|user-invalid"
              + "|user-valid|in-range|out-of-range|indeterminate|default|fullscreen|modal|open|closed"
              + "|popover-open|playing|paused|autofill|defined|target-within|local-link)\\b");
  private static final Pattern LINK = Pattern.compile(":(?:any-)?link\\b");
  private static final Pattern WHERE = Pattern.compile(":where\\(");
  private static final Pattern COMPOUND = Pattern.compile("[^\\s>+~]*$");
  private static final Pattern KEY = Pattern.compile("[#.][\\w-]+|^[a-zA-Z][\\w-]*");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\]]*]");

  static RuleSelector of(String text) {
    String selector = text.strip();
    int specificity = Specificity.of(selector);
    boolean generated = GENERATED.matcher(selector).find();
    String element = GENERATED.matcher(selector).replaceFirst("");
    String plain = STATE.matcher(PART.matcher(element).replaceAll("")).replaceAll("");
    boolean open = !plain.equals(element);
    String whole = plain.isBlank() || plain.matches(".*[\\s>+~]$") ? plain + "*" : plain;
    String asked = WHERE.matcher(LINK.matcher(whole).replaceAll("[href]")).replaceAll(":is(");
    Target target = open ? Target.OPEN : generated ? Target.GENERATED : Target.ELEMENT;
    return new RuleSelector(evaluator(asked), key(asked), specificity, target);
  }

  private static Optional<Evaluator> evaluator(String selector) {
    try {
      return Optional.of(Selector.evaluatorOf(selector));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Something of the last compound that is quickly looked up; a selector with `:is()` in it may
  /// have a comma there, so it has none.
  private static String key(String selector) {
    String bare = BRACKETS.matcher(selector).replaceAll("");
    if (bare.indexOf('(') >= 0 || bare.indexOf('\\') >= 0 || bare.indexOf(',') >= 0) {
      return "";
    }
    Matcher compound = COMPOUND.matcher(bare);
    Matcher key = KEY.matcher(compound.find() ? compound.group() : "");
    String best = "";
    while (key.find()) {
      String one = key.group();
      boolean better = best.isEmpty() || one.startsWith("#") || !best.matches("[#.].*");
      best = better ? one : best;
    }
    return best.toLowerCase(Locale.ROOT);
  }
}
