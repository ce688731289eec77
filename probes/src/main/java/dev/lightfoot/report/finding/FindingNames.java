package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.Locale;
import java.util.ResourceBundle;

/// What severities, principles, grades, rules and reasons are called.
public final class FindingNames {
  private static final ResourceBundle RULES =
      ResourceBundle.getBundle(FindingNames.class.getPackageName() + ".rules", Locale.ENGLISH);

  private FindingNames() {}

  /// Such as `High`.
  public static String of(Severity severity) {
    return say("finding.severity." + severity.label());
  }

  /// Such as `Avoid`.
  public static String of(Principle principle) {
    return say("finding.principle." + principle.label());
  }

  /// Such as `imported: read from records`.
  public static String of(Evidence grade) {
    return say("finding.grade." + grade.label());
  }

  /// What the rule looks for, whether it is there or not: `the same statement for one row after
  /// another (N+1)`.
  public static String of(Rule rule) {
    return RULES.getString(rule.label());
  }

  /// Why a rule could not be applied, as a clause.
  public static String of(Reason reason) {
    String key = "finding.reason." + reason.kind().label();
    return reason.by().map(audit -> say(key, audit.label())).orElseGet(() -> say(key));
  }

  /// A layer within a sentence: `database`.
  public static String of(Layer layer) {
    return say("finding.layer." + layer.label());
  }
}
