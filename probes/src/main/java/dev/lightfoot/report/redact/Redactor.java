package dev.lightfoot.report.redact;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.SecretNames;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.prediction.Prediction;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.shape.Redaction;
import dev.lightfoot.shape.Sensitivity;
import dev.lightfoot.shape.snapshot.LookupShape;
import dev.lightfoot.shape.snapshot.SnapshotShape;
import dev.lightfoot.shape.snapshot.SpanShape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Takes the secrets out of a snapshot: cookie values, credentials, secret-named header fields,
/// secret parameters and user names in URLs wherever text may hold them, signatures of JWTs, SQL
/// literals, every repetition of a value found that way, and whatever the shapes of the records do
/// not declare at all. Names stay, so that people see what was there. Redacting twice changes
/// nothing more.
public final class Redactor {
  private final SecretText text = new SecretText();
  private final SecretHeaders headers = new SecretHeaders(text);
  private final SecretJson json = new SecretJson(text);
  private final Redaction redaction = new BySensitivity();

  private Redactor() {}

  /// The snapshot without secrets.
  public static Redacted redact(Snapshot snapshot) {
    Redactor redactor = new Redactor();
    redactor.snapshot(snapshot);
    redactor.text.startAgain();
    Snapshot cleaned = redactor.snapshot(snapshot);
    return new Redacted(cleaned, redactor.text.removed());
  }

  /// The comparison of resolvers without secrets: the URL of a resolver may hold one.
  public static List<ResolverLookups> redact(List<ResolverLookups> results) {
    Redactor redactor = new Redactor();
    return results.stream()
        .map(result -> LookupShape.RESULT.redact(result, redactor.redaction))
        .toList();
  }

  /// The text, such as a URL, without secrets.
  public static String redact(String text) {
    return new SecretText().clean(text);
  }

  /// The body of a response, or its start, without secrets: what a screen shows of it.
  public static String redactBody(String body) {
    return new SecretBody(new SecretText()).clean(body);
  }

  /// One span without secrets: what a screen shows of it.
  public static Span redact(Span span) {
    return SpanShape.SPAN.redact(span, new Redactor().redaction);
  }

  /// The prediction without secrets in what it changes and in the URLs of its path.
  public static Prediction redact(Prediction prediction) {
    Redaction redaction = new Redactor().redaction;
    return prediction.showing(
        prediction.changes().stream().map(text -> change(text, redaction)).toList(),
        prediction.criticalPath().stream()
            .map(each -> each.at(redaction.text(Sensitivity.FREE_TEXT, each.url())))
            .toList());
  }

  /// What is changed, `word=value`: the value is read by itself, for it may be a URL.
  private static String change(String text, Redaction redaction) {
    int value = text.indexOf('=') + 1;
    return text.substring(0, value) + redaction.text(Sensitivity.STATEMENT, text.substring(value));
  }

  /// The name of a span without secrets, and without values where it is SQL.
  public static String redactName(String name) {
    return new Redactor().redaction.text(Sensitivity.STATEMENT, name);
  }

  /// Takes out of names what [#redactName] does, and whatever this snapshot shows to be secret. Any
  /// thread may ask.
  public static UnaryOperator<String> names(Snapshot snapshot) {
    Redactor redactor = new Redactor();
    redactor.snapshot(snapshot);
    return name -> {
      synchronized (redactor) {
        return redactor.redaction.text(Sensitivity.STATEMENT, name);
      }
    };
  }

  private Snapshot snapshot(Snapshot snapshot) {
    Map<String, String> unknown = new TreeMap<>();
    snapshot.unknown().forEach((place, raw) -> unknown.put(place, json.clean(place, raw)));
    return SnapshotShape.SNAPSHOT.redact(snapshot, redaction).keeping(unknown);
  }

  /// What each sensitivity means.
  private final class BySensitivity implements Redaction {
    @Override
    public String text(Sensitivity sensitivity, String value) {
      return switch (sensitivity) {
        case HARMLESS -> value;
        case FREE_TEXT -> text.clean(value);
        case STATEMENT -> SqlLiterals.hideQuoted(text.clean(value), text);
        case UNDECLARED -> text.hide(value);
      };
    }

    @Override
    public Header header(Header line) {
      return headers.clean(line);
    }

    @Override
    public Attributes attributes(Attributes attributes) {
      Attributes.Builder cleaned = Attributes.builder();
      String system = attributes.get(AttributeNames.DB_SYSTEM).orElse("");
      attributes.forEach((name, value) -> cleaned.add(name, attribute(name, value, system)));
      return cleaned.build();
    }

    private String attribute(String name, String value, String system) {
      if (name.equals("db.query.text") || name.equals("db.statement")) {
        return SqlLiterals.hide(value, system, text);
      }
      String field = name.substring(name.lastIndexOf('.') + 1);
      return name.contains(".header.")
          ? headers.clean(new Header(field, value)).value()
          : SecretNames.member(field) ? text.remove("attribute " + name, value) : text.clean(value);
    }
  }
}
