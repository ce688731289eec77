package dev.lightfoot.report.scenario;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.scenario.Arrival;
import dev.lightfoot.analysis.scenario.Scenario;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import java.util.List;

/// A scenario as text: what is asked, the answer, and a line for each way.
public final class ScenarioReport {
  private ScenarioReport() {}

  /// The text; of at least one way.
  public static String of(Scenario scenario) {
    List<Arrival> arrivals = scenario.arrivals();
    TextPage page = new TextPage();
    page.paragraph(ScenarioWords.question(scenario));
    page.gap();
    page.paragraph(ScenarioWords.verdict(arrivals));
    page.gap();
    page.table(table(arrivals));
    page.gap();
    page.paragraph(ScenarioWords.note());
    return page.text();
  }

  private static TextTable table(List<Arrival> arrivals) {
    TextTable table = new TextTable("lrrrrrr");
    table.row(heads());
    arrivals.forEach(arrival -> table.row(cells(arrival)));
    return table;
  }

  /// The heads of the columns.
  public static List<String> heads() {
    return List.of(
        say("scenario.column.way"),
        say("scenario.column.rtt"),
        say("scenario.column.width"),
        say("scenario.column.first"),
        say("scenario.column.last"),
        say("scenario.column.distance"),
        say("scenario.column.bytes"));
  }

  /// A line below them.
  public static List<String> cells(Arrival arrival) {
    return List.of(
        ScenarioWords.name(arrival.link()),
        ScenarioWords.time(arrival.link().roundTripNanos()),
        ScenarioWords.width(arrival.link().bytesPerSecond()),
        ScenarioWords.time(arrival.firstByteNanos()),
        ScenarioWords.time(arrival.lastByteNanos()),
        ScenarioWords.time(arrival.distanceNanos()),
        ScenarioWords.time(arrival.widthNanos()));
  }
}
