package dev.lightfoot.report.sarif;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes one run of Lightfoot as SARIF 2.1.0: its rules and its results.
public final class SarifWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();
  private static final String TOOL = "Lightfoot";

  /// What each document begins with.
  private static final String BEGINNING =
      document("", _ -> {}, _ -> {}).replaceFirst("\"version\":\"\".*\\R", "");

  private final JsonGenerator json;

  private SarifWriter(JsonGenerator json) {
    this.json = json;
  }

  /// The document.
  ///
  /// @param version of Lightfoot
  /// @param rules writes the rules, each an object
  /// @param results writes the results, each an object
  public static String document(
      String version, Consumer<SarifWriter> rules, Consumer<SarifWriter> results) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      new SarifWriter(json).write(version, rules, results);
    }
    return text + "\n";
  }

  /// Whether that is such a document, and may be written anew: nothing of it is lost that cannot be
  /// made again.
  ///
  /// @param file the beginning of a file, at least 200 bytes of it or all
  public static boolean isOwn(byte[] file) {
    return new String(file, StandardCharsets.UTF_8).startsWith(BEGINNING);
  }

  private void write(String version, Consumer<SarifWriter> rules, Consumer<SarifWriter> results) {
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", TOOL);
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    rules.accept(this);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayPropertyStart("results");
    results.accept(this);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /// What it is written to.
  public JsonGenerator json() {
    return json;
  }

  /// A member that is a message: an object with a text.
  public void text(String member, String text) {
    json.writeObjectPropertyStart(member);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  /// The member of a location that says at which line of which file.
  ///
  /// @param path as it was named: relative ones stay so, since a CI looks for them in the
  ///   repository
  public void line(String path, long line) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(path));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", Math.max(1, line));
    json.writeEndObject();
    json.writeEndObject();
  }

  /// The member of a result by which it is known again.
  public void fingerprint(String kind, String value) {
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty(kind, value);
    json.writeEndObject();
  }

  private static String uri(String path) {
    try {
      String slashes = path.replace('\\', '/').replaceFirst("^\\./", "");
      return new URI(null, null, slashes, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "unnamed";
    }
  }
}
