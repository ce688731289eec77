package dev.lightfoot.report.budget;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.words.Printable;
import java.util.Comparator;
import java.util.List;

/// A checked budget as Markdown, for a pull request or the summary of a CI job: what is not kept
/// comes first.
public final class MarkdownSummary {
  /// What Markdown, or what renders it, would take for more than text.
  private static final String MEANINGFUL = "\\`*_{}[]<>#|~@&!$";

  private final StringBuilder text = new StringBuilder();

  private MarkdownSummary() {}

  /// All of it.
  public static String of(CheckedBudget budget) {
    MarkdownSummary markdown = new MarkdownSummary();
    markdown.document(budget);
    return markdown.text.toString();
  }

  private void document(CheckedBudget budget) {
    text.append("### Lightfoot: ").append(escaped(budget.answer())).append("\n\n");
    text.append(escaped(budget.caption())).append("\n\n");
    row(
        say("budget.column.verdict"),
        say("budget.column.limit"),
        say("budget.column.allowed"),
        say("budget.column.measured"),
        say("budget.column.range"));
    text.append("| --- | --- | --- | --- | --- |\n");
    for (CheckedBudget.Line line : ordered(budget)) {
      row(BudgetText.verdict(line), line.name(), line.allowed(), line.measured(), line.range());
    }
    list(
        ordered(budget).stream()
            .flatMap(line -> line.reason().map(why -> line.name() + ": " + why).stream())
            .toList());
    list(ordered(budget).stream().flatMap(line -> line.warning().stream()).toList());
  }

  private static List<CheckedBudget.Line> ordered(CheckedBudget budget) {
    return budget.lines().stream()
        .sorted(
            Comparator.comparingInt(
                line ->
                    switch (line.verdict()) {
                      case BROKEN -> 0;
                      case UNMEASURABLE -> 1;
                      case KEPT -> 2;
                    }))
        .toList();
  }

  private void list(List<String> sentences) {
    if (!sentences.isEmpty()) {
      text.append('\n');
      sentences.forEach(each -> text.append("- ").append(escaped(each)).append('\n'));
    }
  }

  private void row(String... cells) {
    for (String cell : cells) {
      text.append("| ").append(escaped(cell)).append(' ');
    }
    text.append("|\n");
  }

  private static String escaped(String given) {
    StringBuilder shown = new StringBuilder();
    // A colon before slashes would become a link.
    for (char c : Printable.line(given).toCharArray()) {
      shown.append(MEANINGFUL.indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
    }
    return shown.toString().replace("://", ":\u200b//");
  }
}
