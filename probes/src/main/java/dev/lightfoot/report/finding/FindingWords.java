package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.finding.FactValue;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.FindingSubject;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The sentences of a finding, from the bundle of its rule's family.
public final class FindingWords {
  private static final String VARIANT = "variant";
  private static final long METRES_PER_KILOMETRE = 1_000;
  private static final int HUNDRED = 100;

  /// Facts that people multiply by trips.
  private static final Set<String> ROUND_TRIPS = Set.of("floor", "rtt");

  private final UnaryOperator<String> shown;
  private final boolean unredacted;

  private FindingWords(UnaryOperator<String> shown, boolean unredacted) {
    this.shown = shown;
    this.unredacted = unredacted;
  }

  /// Words without the secrets that names, addresses and statements may hold.
  public static FindingWords redacted() {
    return new FindingWords(Redactor::redactName, false);
  }

  /// The same, and without whatever that snapshot shows to be secret.
  public static FindingWords redacted(Snapshot snapshot) {
    return new FindingWords(Redactor.names(snapshot), false);
  }

  /// Words with names, addresses and statements as they came.
  public static FindingWords unredacted() {
    return new FindingWords(name -> name, true);
  }

  /// The waste, in a few words: `The same SELECT runs 50 times`.
  public String title(Finding finding) {
    return told(finding, "title");
  }

  /// What is seen, with its numbers, in one or two sentences.
  public String says(Finding finding) {
    String says = told(finding, "says");
    return value(finding, "machines")
        .map(names -> say("finding.machines", says, names.text()))
        .orElse(says);
  }

  /// What to do about it.
  public FindingRemedy remedy(Finding finding) {
    return new FindingRemedy(part(finding, "django"), told(finding, "elsewhere"));
  }

  /// What would show that the finding is wrong; empty where it predicts nothing.
  public Optional<String> disproof(Finding finding) {
    return part(finding, "disproof").or(() -> finding.saving().map(_ -> say("finding.disproof")));
  }

  /// Where it is: route, service and layer, as far as they are known: `GET /nplus1/ · shop ·
  /// database`.
  public String where(Finding finding) {
    FindingSubject subject = finding.subject();
    List<String> parts = new ArrayList<>();
    parts.add(shown(subject.route()));
    if (!subject.route().contains(subject.service())) {
      parts.add(shown(subject.service()));
    }
    subject
        .layer()
        .filter(FindingWords::isBehindServer)
        .map(FindingNames::of)
        .ifPresent(parts::add);
    parts.removeIf(String::isEmpty);
    return String.join(" · ", parts);
  }

  /// The client's own layers say no more than the rule does.
  private static boolean isBehindServer(Layer layer) {
    return switch (layer) {
      case DNS, TCP, TLS, QUIC, REQUEST, RESPONSE, BROWSER -> false;
      case PROXY, QUEUE, APP, MIDDLEWARE, TEMPLATE, DATABASE, CACHE, EXTERNAL -> true;
    };
  }

  /// Where it is; how often, where no record says where.
  public String spot(Finding finding) {
    String where = where(finding);
    return where.isEmpty() ? often(finding) : where;
  }

  /// Where and how often: `GET /nplus1/ · shop · database: 50 times a request, in 3 requests`.
  public String place(Finding finding) {
    String where = where(finding);
    return where.isEmpty() ? often(finding) : say("finding.place", where, often(finding));
  }

  /// What it is about, with names and statements as they may be shown.
  public FindingSubject subject(Finding finding) {
    FindingSubject it = finding.subject();
    return new FindingSubject(shown(it.service()), shown(it.route()), it.layer(), shown(it.text()));
  }

  /// How often and in how many requests or runs it was seen: `50 times a request, in 3 requests`.
  public String often(Finding finding) {
    String times = count("finding.times", finding.count());
    return switch (finding.rule().family()) {
      case CONNECT, SENT, PAGE, STREAM -> count("finding.often.runs", finding.traces(), times);
      case AUDIT, DATABASE, CACHE, PLACE, CALLS ->
          count("finding.often.requests", finding.traces(), times);
    };
  }

  /// The name, address or statement without its secrets, unless they are to be shown.
  public String shown(String name) {
    return shown.apply(name);
  }

  /// What an operation did: its statement, or else its name.
  String operation(Span span) {
    Span told = unredacted ? span : Redactor.redact(span);
    return told.attributes().get(AttributeNames.DB_QUERY).orElse(told.name());
  }

  private String told(Finding finding, String part) {
    return part(finding, part)
        .orElseThrow(
            () -> new IllegalStateException("no " + part + " of " + finding.rule().label()));
  }

  private Optional<String> part(Finding finding, String part) {
    return template(finding, part)
        .map(template -> template.fill(name -> value(finding, name), Numbers.UNKNOWN));
  }

  /// The text of the finding's variant, or else the one for all.
  static Optional<Template> template(Finding finding, String part) {
    RuleBundle bundle = RuleBundle.of(finding.rule().family());
    Optional<String> ofVariant =
        finding
            .fact(VARIANT)
            .filter(FactValue.Word.class::isInstance)
            .map(FactValue.Word.class::cast)
            .flatMap(variant -> bundle.text(finding.rule(), part + "." + variant.key()));
    return ofVariant.or(() -> bundle.text(finding.rule(), part)).map(Template::new);
  }

  /// What a text asks for by that name: one of the finding's facts, or what every finding has.
  Optional<Template.Value> value(Finding finding, String name) {
    return finding
        .fact(name)
        .map(value -> ofFact(finding, name, value))
        .or(() -> ofEvery(finding, name));
  }

  private Template.Value ofFact(Finding finding, String name, FactValue value) {
    return switch (value) {
      case FactValue.Count(long count) -> number(count);
      case FactValue.Time(long nanos) -> text(time(name, nanos));
      case FactValue.Bytes(long bytes) -> text(Numbers.bytes(bytes));
      case FactValue.Distance(long metres) ->
          text(Numbers.kilometres(Math.ceilDiv(metres, METRES_PER_KILOMETRE)));
      case FactValue.Share(double share) -> text(Numbers.percent(Math.round(HUNDRED * share)));
      case FactValue.Name(String said) -> text(shown(said));
      case FactValue.Word(String key) ->
          text(RuleBundle.of(finding.rule().family()).word(finding.rule(), name, key));
    };
  }

  private static String time(String name, long nanos) {
    return ROUND_TRIPS.contains(name)
        ? say("finding.millis", Numbers.rtt(nanos))
        : Numbers.duration(nanos);
  }

  private Optional<Template.Value> ofEvery(Finding finding, String name) {
    FindingSubject subject = subject(finding);
    return switch (name) {
      case "count" -> Optional.of(number(finding.count()));
      case "traces" -> Optional.of(number(finding.traces()));
      case "route" -> named(subject.route());
      case "service" -> named(subject.service());
      case "text" -> named(subject.text());
      case "layer" -> subject.layer().map(FindingNames::of).map(FindingWords::text);
      case "trips" -> finding.saving().map(saving -> number(saving.trips()));
      default -> Optional.empty();
    };
  }

  private static Template.Value number(long count) {
    return new Template.Value(Numbers.count(count), count == 1);
  }

  private static Template.Value text(String text) {
    return new Template.Value(text, false);
  }

  private static Optional<Template.Value> named(String name) {
    return name.isEmpty() ? Optional.empty() : Optional.of(text(name));
  }
}
