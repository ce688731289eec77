package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.count;
import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.analysis.whatif.GradeHistory;
import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.List;

/// How predictions did, by kind of change and one by one, those that missed too.
public final class GradesText {
  private GradesText() {}

  /// The text.
  ///
  /// @param all every prediction that is kept, graded or not
  public static String of(List<Prediction> all) {
    GradeHistory history = new GradeHistory(all);
    TextPage page = new TextPage();
    int graded = history.graded().size();
    page.paragraph(count("grades.headline", graded, Integer.toString(all.size() - graded)));
    if (graded > 0) {
      page.table(say("title.kinds"), kinds(history));
      page.table(say("title.grades"), each(history));
    }
    return page.text();
  }

  private static TextTable kinds(GradeHistory history) {
    TextTable table = new TextTable("<>>>>");
    table.row(
        say("column.kind"),
        say("column.n"),
        say("column.inside"),
        say("column.error"),
        say("column.bias"));
    history
        .byKind()
        .forEach(
            (kind, tally) ->
                table.row(
                    kind,
                    Integer.toString(tally.n()),
                    PredictionDocument.percent(tally.inside() / (double) tally.n()),
                    PredictionDocument.percent(tally.medianError()),
                    PredictionDocument.percent(tally.medianBias())));
    return table;
  }

  private static TextTable each(GradeHistory history) {
    TextTable table = new TextTable("<<>>><");
    table.row(
        say("column.snapshot"),
        say("column.changes"),
        say("row.before"),
        say("column.predicted"),
        say("column.measured"),
        "");
    for (Prediction one : history.graded()) {
      Grade grade = one.grade().orElseThrow();
      table.row(
          one.snapshot(),
          String.join(" + ", one.changes()),
          Numbers.millis(one.before().nanos()),
          say(
              "interval",
              Numbers.millis(one.after().nanos()),
              Numbers.millis(one.after().lowNanos()),
              Numbers.millis(one.after().highNanos())),
          Numbers.millis(grade.measuredNanos()),
          say(grade.inside() ? "inside" : "outside"));
    }
    return table;
  }
}
