package dev.lightfoot.report.whatif;

import static dev.lightfoot.report.whatif.WhatIfWords.count;
import static dev.lightfoot.report.whatif.WhatIfWords.say;

import dev.lightfoot.model.prediction.Grade;
import dev.lightfoot.model.prediction.Outcome;
import dev.lightfoot.model.prediction.PathStretch;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// A prediction as text: before and after with the interval, the way that is waited for then, what
/// was assumed, and how it did.
public final class PredictionText {
  private static final int LONGEST = 60;

  private PredictionText() {}

  public static String of(Prediction prediction) {
    TextPage page = new TextPage();
    Outcome before = prediction.before();
    Outcome after = prediction.after();
    page.paragraph(
        say(
            "headline",
            String.join(" + ", prediction.changes()),
            Numbers.duration(before.nanos()),
            Numbers.duration(after.nanos()),
            Numbers.duration(after.lowNanos()),
            Numbers.duration(after.highNanos())));
    page.paragraph(shift(prediction));
    page.table(say("title.outcome"), outcomes(before, after));
    page.table(say("title.path"), path(prediction.criticalPath()));
    bottleneck(prediction.criticalPath(), page);
    page.title(say("title.assumed"));
    restsOn(prediction).forEach(each -> page.item("·", each));
    prediction
        .grade()
        .ifPresent(
            grade -> {
              page.title(say("title.grade"));
              page.item("·", graded(prediction, grade));
            });
    return page.text();
  }

  /// What it rests on, in sentences: what was assumed, and how much of the time is known.
  public static List<String> restsOn(Prediction prediction) {
    List<String> all = new ArrayList<>(prediction.assumptions());
    all.add(
        count(
            "coverage",
            prediction.runs(),
            PredictionDocument.percent(prediction.coverage()),
            prediction.state()));
    return all;
  }

  private static String shift(Prediction prediction) {
    long saved = prediction.before().nanos() - prediction.after().nanos();
    double share = Math.abs(saved) / (double) Math.max(1, prediction.before().nanos());
    String key = saved >= 0 ? "shift.faster" : "shift.slower";
    return say(key, Numbers.duration(Math.abs(saved)), PredictionDocument.percent(share));
  }

  private static TextTable outcomes(Outcome before, Outcome after) {
    return new TextTable("<>>>")
        .row("", say("column.total"), say("column.first-byte"), say("column.trips"))
        .row(row(say("row.before"), before))
        .row(row(say("row.after"), after));
  }

  private static List<String> row(String name, Outcome outcome) {
    return List.of(
        name,
        Numbers.millis(outcome.nanos()),
        Numbers.millis(outcome.firstByteNanos()),
        trips(outcome.trips()));
  }

  private static String trips(OptionalInt trips) {
    return trips.isPresent() ? Numbers.count(trips.getAsInt()) : Numbers.UNKNOWN;
  }

  private static TextTable path(List<PathStretch> path) {
    TextTable table = new TextTable("<<>>");
    table.row(say("column.request"), say("column.layer"), say("column.time"), say("column.trips"));
    for (PathStretch each : path) {
      if (each.nanos() >= Numbers.NANOS_PER_TENTH || each.trips() > 0) {
        table.row(
            shortened(each.url()),
            each.layer(),
            Numbers.millis(each.nanos()),
            each.trips() == 0 ? Numbers.NOT_APPLICABLE : Numbers.count(each.trips()));
      }
    }
    return table;
  }

  private static String shortened(String url) {
    String text = url.replaceFirst("^https?://", "");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static void bottleneck(List<PathStretch> path, TextPage page) {
    Map<String, Long> byLayer = new LinkedHashMap<>();
    path.forEach(each -> byLayer.merge(each.layer(), each.nanos(), Long::sum));
    byLayer.entrySet().stream()
        .max(Comparator.comparingLong(Map.Entry::getValue))
        .ifPresent(
            most ->
                page.paragraph(
                    say("bottleneck", most.getKey(), Numbers.duration(most.getValue()))));
  }

  static String graded(Prediction prediction, Grade grade) {
    return say(
        grade.inside() ? "grade.inside" : "grade.outside",
        Numbers.duration(grade.measuredNanos()),
        PredictionDocument.percent(Math.abs(prediction.error().orElse(0.0))),
        grade.snapshot());
  }
}
