package dev.lightfoot.report.budget;

import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.report.sarif.SarifWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// A checked budget as SARIF 2.1.0 (OASIS): a result for each limit, at its line of the budget
/// file.
public final class Sarif {
  private static final List<String> RULES =
      List.of("trips", "time", "bytes", "requests", "finding");

  private final SarifWriter sarif;
  private final JsonGenerator json;
  private final CheckedBudget budget;

  private Sarif(SarifWriter sarif, CheckedBudget budget) {
    this.sarif = sarif;
    this.json = sarif.json();
    this.budget = budget;
  }

  /// The document.
  ///
  /// @param version of Lightfoot
  public static String of(CheckedBudget budget, String version) {
    return SarifWriter.document(
        version,
        sarif -> RULES.forEach(new Sarif(sarif, budget)::rule),
        sarif -> budget.lines().forEach(new Sarif(sarif, budget)::result));
  }

  private void rule(String what) {
    json.writeStartObject();
    json.writeStringProperty("id", id(what));
    sarif.text("shortDescription", "A limit on " + (what.equals("finding") ? "findings" : what));
    json.writeEndObject();
  }

  private static String id(String what) {
    return "budget/" + what;
  }

  private void result(CheckedBudget.Line line) {
    Limit limit = line.result().limit();
    json.writeStartObject();
    json.writeStringProperty("ruleId", id(limit.quantity().what()));
    json.writeNumberProperty("ruleIndex", RULES.indexOf(limit.quantity().what()));
    json.writeStringProperty("kind", kind(line.verdict()));
    // Only what fails has a level.
    json.writeStringProperty("level", line.verdict() == LimitVerdict.BROKEN ? "error" : "none");
    sarif.text("message", message(line));
    location(limit);
    sarif.fingerprint("limit/v1", line.title());
    json.writeEndObject();
  }

  private static String kind(LimitVerdict verdict) {
    return switch (verdict) {
      case KEPT -> "pass";
      case BROKEN -> "fail";
      case UNMEASURABLE -> "open";
    };
  }

  private String message(CheckedBudget.Line line) {
    return budget.subject()
        + ": "
        + line.title()
        + "; measured "
        + line.full()
        + "."
        + line.reason().map(why -> " " + why).orElse("")
        + line.warning().map(warning -> " " + warning).orElse("");
  }

  private void location(Limit limit) {
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    sarif.line(budget.file(), limit.line());
    json.writeEndObject();
    json.writeEndArray();
  }
}
