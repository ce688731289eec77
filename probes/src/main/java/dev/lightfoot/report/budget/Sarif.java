package dev.lightfoot.report.budget;

import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.model.budget.Limit;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A checked budget as SARIF 2.1.0 (OASIS): a result for each limit, at its line of the budget
/// file.
public final class Sarif {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final List<String> RULES =
      List.of("trips", "time", "bytes", "requests", "finding");

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);
  private final CheckedBudget budget;

  private Sarif(CheckedBudget budget) {
    this.budget = budget;
  }

  /// The document.
  ///
  /// @param version of Lightfoot
  public static String of(CheckedBudget budget, String version) {
    Sarif sarif = new Sarif(budget);
    sarif.document(version);
    return sarif.text + "\n";
  }

  private void document(String version) {
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Lightfoot");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    RULES.forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayPropertyStart("results");
    budget.lines().forEach(this::result);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void rule(String what) {
    json.writeStartObject();
    json.writeStringProperty("id", id(what));
    json.writeObjectPropertyStart("shortDescription");
    json.writeStringProperty("text", "A limit on " + (what.equals("finding") ? "findings" : what));
    json.writeEndObject();
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
    json.writeObjectPropertyStart("message");
    json.writeStringProperty("text", message(line));
    json.writeEndObject();
    location(limit);
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("limit/v1", line.title());
    json.writeEndObject();
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
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(budget.file()));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", Math.max(1, limit.line()));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  /// A path as a URI: relative ones stay so, since a CI looks for them in the repository.
  private static String uri(String path) {
    try {
      String slashes = path.replace('\\', '/').replaceFirst("^\\./", "");
      return new URI(null, null, slashes, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "budget.json";
    }
  }
}
