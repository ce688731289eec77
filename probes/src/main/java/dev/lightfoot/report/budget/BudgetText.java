package dev.lightfoot.report.budget;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.Report;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import java.util.List;
import java.util.Optional;

/// A checked budget as text for a terminal.
public final class BudgetText {
  private BudgetText() {}

  /// All of it.
  public static String of(CheckedBudget budget) {
    TextPage page = new TextPage();
    page.paragraph(budget.answer());
    page.paragraph(budget.caption());
    add(budget, page);
    return page.text();
  }

  /// The same as a report, to be written as HTML or Markdown.
  public static Report report(CheckedBudget budget) {
    TextPage body = new TextPage();
    add(budget, body);
    return Report.of(
        say("budget.report"),
        budget.subject(),
        new Headline(
            budget.answer(), Optional.empty(), budget.caption(), Optional.empty(), List.of()),
        body);
  }

  private static void add(CheckedBudget budget, TextPage page) {
    TextTable table = TextTable.wrapping("lllll");
    table.row(
        say("budget.column.verdict"),
        say("budget.column.limit"),
        say("budget.column.allowed"),
        say("budget.column.measured"),
        say("budget.column.range"));
    for (CheckedBudget.Line line : budget.lines()) {
      table.row(verdict(line), line.name(), line.allowed(), line.measured(), line.range());
    }
    page.table(say("budget.table"), table);
    if (budget.lines().stream().anyMatch(line -> line.reason().isPresent())) {
      page.title(say("budget.why"));
      budget
          .lines()
          .forEach(
              line -> line.reason().ifPresent(why -> page.item("-", line.name() + ": " + why)));
    }
    if (budget.lines().stream().anyMatch(line -> line.warning().isPresent())) {
      page.title(say("budget.warnings"));
      budget.lines().forEach(line -> line.warning().ifPresent(text -> page.item("!", text)));
    }
  }

  static String verdict(CheckedBudget.Line line) {
    return say("budget.verdict." + line.verdict().label());
  }
}
