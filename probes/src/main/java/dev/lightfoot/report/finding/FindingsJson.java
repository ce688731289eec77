package dev.lightfoot.report.finding;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.span.Layer;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Findings as JSON, format `lightfoot/findings`; described by `findings-v1.schema.json` beside
/// this class. Acknowledged ones are among the others and say so. What is not known is absent.
public final class FindingsJson {
  /// Value of the member `format`.
  public static final String FORMAT = "lightfoot/findings";

  /// Value of the member `version`.
  public static final int VERSION = 1;

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final JsonGenerator json;
  private final FindingWords words;
  private final Map<Finding, Acknowledgement> acknowledged;

  private FindingsJson(Sifted sifted, FindingWords words, JsonGenerator json) {
    this.json = json;
    this.words = words;
    this.acknowledged =
        sifted.acknowledged().stream()
            .collect(
                Collectors.toMap(
                    Sifted.Known::finding, Sifted.Known::acknowledgement, (one, _) -> one));
  }

  /// The document.
  ///
  /// @param words how names are shown
  /// @param whence what they are of, so that they can be looked for anew
  public static String of(Sifted sifted, FindingWords words, Whence whence) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeNumberProperty("version", VERSION);
      write(whence, words, json);
      write(sifted, words, json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(Whence whence, FindingWords words, JsonGenerator json) {
    if (whence.equals(Whence.UNSAID)) {
      return;
    }
    json.writeObjectPropertyStart("of");
    whence.snapshot().ifPresent(id -> json.writeStringProperty("snapshot", id));
    if (!whence.files().isEmpty()) {
      json.writeArrayPropertyStart("files");
      whence.files().forEach(file -> json.writeString(words.shown(file)));
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /// Writes the members `findings`, `inOrder` and `notApplicable` of an object.
  public static void write(Sifted sifted, FindingWords words, JsonGenerator json) {
    FindingsJson writer = new FindingsJson(sifted, words, json);
    json.writeArrayPropertyStart("findings");
    sifted.all().list().forEach(writer::finding);
    json.writeEndArray();
    json.writeArrayPropertyStart("inOrder");
    sifted.all().inOrder().forEach(rule -> json.writeString(rule.label()));
    json.writeEndArray();
    json.writeArrayPropertyStart("notApplicable");
    sifted.all().notApplicable().forEach(writer::notApplicable);
    json.writeEndArray();
  }

  private void finding(Finding it) {
    json.writeStartObject();
    json.writeStringProperty("rule", it.rule().label());
    json.writeStringProperty("severity", it.severity().label());
    text("principle", it.rule().principle().map(Principle::label));
    subject(words.subject(it));
    json.writeNumberProperty("count", it.count());
    json.writeNumberProperty("traces", it.traces());
    json.writeArrayPropertyStart("evidence");
    it.evidence().forEach(this::proof);
    json.writeEndArray();
    if (it.evidenceLeftOut() > 0) {
      json.writeNumberProperty("evidenceLeftOut", it.evidenceLeftOut());
    }
    it.saving().ifPresent(this::saving);
    json.writeStringProperty("grade", it.grade().label());
    json.writeStringProperty("fingerprint", it.fingerprint());
    Optional.ofNullable(acknowledged.get(it)).ifPresent(this::acknowledged);
    json.writeEndObject();
  }

  private void subject(FindingSubject subject) {
    json.writeObjectPropertyStart("subject");
    text("route", known(subject.route()));
    text("service", known(subject.service()));
    text("layer", subject.layer().map(Layer::label));
    text("text", known(subject.text()));
    json.writeEndObject();
  }

  private static Optional<String> known(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private void proof(Proof proof) {
    json.writeStartObject();
    switch (proof) {
      case Proof.OfSpan span -> {
        json.writeStringProperty("kind", "span");
        text("traceId", span.traceId());
        json.writeStringProperty("spanId", span.spanId());
      }
      case Proof.OfExchange exchange -> {
        json.writeStringProperty("kind", "exchange");
        json.writeNumberProperty("run", exchange.run());
        json.writeNumberProperty("exchange", exchange.exchange());
      }
      case Proof.OfLine line -> {
        json.writeStringProperty("kind", "line");
        json.writeStringProperty("file", words.shown(line.file()));
        json.writeNumberProperty("line", line.line());
      }
    }
    json.writeEndObject();
  }

  private void saving(Saving saving) {
    json.writeObjectPropertyStart("saving");
    json.writeNumberProperty("trips", saving.trips());
    json.writeNumberProperty("lowNanos", saving.lowNanos());
    json.writeNumberProperty("nanos", saving.nanos());
    json.writeNumberProperty("highNanos", saving.highNanos());
    json.writeStringProperty("from", saving.from().label());
    json.writeEndObject();
  }

  private void acknowledged(Acknowledgement it) {
    json.writeObjectPropertyStart("acknowledged");
    json.writeStringProperty("reason", it.reason());
    json.writeStringProperty("since", it.since().toString());
    text("until", it.until().map(Object::toString));
    it.count().ifPresent(count -> json.writeNumberProperty("count", count));
    json.writeEndObject();
  }

  private void notApplicable(Rule rule, Reason reason) {
    json.writeStartObject();
    json.writeStringProperty("rule", rule.label());
    json.writeStringProperty("reason", label(reason));
    json.writeEndObject();
  }

  /// A reason as the format names it: `no-records`, `cannot tell: statement-text-cut`.
  static String label(Reason reason) {
    return reason
        .by()
        .map(audit -> "cannot tell: " + audit.label())
        .orElseGet(() -> reason.kind().label());
  }

  private void text(String name, Optional<String> value) {
    value.ifPresent(text -> json.writeStringProperty(name, text));
  }
}
