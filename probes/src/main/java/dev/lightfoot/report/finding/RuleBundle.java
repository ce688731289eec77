package dev.lightfoot.report.finding;

import dev.lightfoot.analysis.finding.Rule;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The texts that belong to the rules of one family.
final class RuleBundle {
  private final ResourceBundle words;

  private RuleBundle(ResourceBundle words) {
    this.words = words;
  }

  static RuleBundle of(Rule.Family family) {
    String name = RuleBundle.class.getPackageName() + "." + family.name().toLowerCase(Locale.ROOT);
    return new RuleBundle(ResourceBundle.getBundle(name, Locale.ENGLISH));
  }

  /// The text of that rule and that part, such as `says`; empty where the rule has none.
  Optional<String> text(Rule rule, String part) {
    return text(rule.label() + "." + part);
  }

  /// What a key of a word stands for: the rule's own meaning of it, the family's, or itself.
  String word(Rule rule, String fact, String key) {
    return text(rule, fact + "." + key).or(() -> text("word." + key)).orElse(key);
  }

  private Optional<String> text(String key) {
    return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
  }
}
