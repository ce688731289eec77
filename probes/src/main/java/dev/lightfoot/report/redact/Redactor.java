package dev.lightfoot.report.redact;

import dev.lightfoot.model.AttributeNames;
import dev.lightfoot.model.Attributes;
import dev.lightfoot.model.DnsAnswer;
import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.SecretNames;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanEvent;
import dev.lightfoot.model.SpanStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes the secrets out of a snapshot: cookie values, credentials, secret-named header fields,
/// secret parameters and user names in URLs wherever text may hold them, signatures of JWTs, SQL
/// literals, and every repetition of a value found that way. Names stay, so that people see what
/// was there. Redacting twice changes nothing more.
public final class Redactor {
  private final SecretText text = new SecretText();
  private final SecretHeaders headers = new SecretHeaders(text);
  private final SecretJson json = new SecretJson(text);

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
    return results.stream().map(redactor::lookups).toList();
  }

  private ResolverLookups lookups(ResolverLookups result) {
    return new ResolverLookups(
        result.host(),
        text.clean(result.resolver()),
        result.lookups().stream().map(this::lookup).toList(),
        result.facts().map(this::host));
  }

  private Lookup lookup(Lookup lookup) {
    return new Lookup(
        lookup.durationNanos(),
        lookup.trips(),
        lookup.addresses(),
        lookup.error().map(this::error),
        lookup.queries().stream().map(this::query).toList());
  }

  /// The text, such as a URL, without secrets.
  public static String redact(String text) {
    return new SecretText().clean(text);
  }

  /// One span without secrets: what a screen shows of it.
  public static Span redact(Span span) {
    return new Redactor().span(span);
  }

  /// The name of a span without secrets, and without values where it is SQL.
  public static String redactName(String name) {
    SecretText text = new SecretText();
    return SqlLiterals.hideQuoted(text.clean(name), text);
  }

  private Snapshot snapshot(Snapshot snapshot) {
    Map<String, String> unknown = new TreeMap<>();
    snapshot.unknown().forEach((place, raw) -> unknown.put(place, json.clean(place, raw)));
    return new Snapshot(
        snapshot.id(),
        snapshot.name().map(text::clean),
        text.clean(snapshot.target()),
        snapshot.takenAt(),
        environment(snapshot.environment()),
        snapshot.runs().stream().map(this::run).toList(),
        snapshot.hosts().stream().map(this::host).toList(),
        unknown);
  }

  private Environment environment(Environment environment) {
    return new Environment(
        environment.lightfoot(),
        environment.os(),
        environment.java(),
        text.clean(environment.resolver()),
        environment.proxy().map(text::clean),
        environment.place(),
        environment.warnings().stream().map(text::clean).toList());
  }

  private Run run(Run run) {
    return new Run(
        run.state(),
        run.startedAt(),
        run.error().map(this::error),
        run.interrupted(),
        run.exchanges().stream().map(this::exchange).toList(),
        run.spans().stream().map(this::span).toList(),
        run.alignments());
  }

  private RunError error(RunError error) {
    return new RunError(error.phase(), error.errorType(), text.clean(error.message()));
  }

  private Exchange exchange(Exchange exchange) {
    ExchangeBuilder cleaned =
        new ExchangeBuilder(text.clean(exchange.url()), exchange.method())
            .status(exchange.status())
            .protocol(exchange.protocol())
            .initiator(exchange.initiator())
            .redirectedFrom(exchange.redirectedFrom().map(text::clean))
            .startNanos(exchange.startNanos())
            .gapNanos(exchange.gapNanos())
            .connection(exchange.connection())
            .proxy(exchange.proxy())
            .marks(exchange.marks())
            .interim(exchange.interim())
            .request(request(exchange.request()))
            .response(exchange.response().map(this::response))
            .chunks(exchange.chunks())
            .dns(exchange.dns().stream().map(this::query).toList())
            .tls(exchange.tls())
            .serverSpans(exchange.serverSpans());
    for (Map.Entry<Phase, PhaseTiming> entry : exchange.phases().byPhase().entrySet()) {
      cleaned.phase(entry.getKey(), timing(entry.getValue()));
    }
    return cleaned.build();
  }

  private PhaseTiming timing(PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured measured -> measured;
      case PhaseTiming.NotApplicable no -> no;
      case PhaseTiming.Failed failed ->
          new PhaseTiming.Failed(
              failed.startNanos(),
              failed.durationNanos(),
              failed.trips(),
              failed.errorType(),
              text.clean(failed.message()));
    };
  }

  private RequestFacts request(RequestFacts request) {
    return new RequestFacts(
        request.headerBytes(),
        request.cookieBytes(),
        request.bodyBytes(),
        headers.clean(request.headers()));
  }

  private ResponseFacts response(ResponseFacts response) {
    return new ResponseFacts(
        response.headerBytes(),
        response.bodyBytes(),
        response.decodedBytes(),
        headers.clean(response.headers()),
        response.cut());
  }

  private DnsQuery query(DnsQuery query) {
    List<DnsAnswer> answers =
        query.answers().stream()
            .map(
                answer ->
                    new DnsAnswer(
                        answer.name(),
                        answer.type(),
                        answer.ttlSeconds(),
                        text.clean(answer.data())))
            .toList();
    return new DnsQuery(
        query.name(),
        query.type(),
        text.clean(query.server()),
        query.transport(),
        query.startNanos(),
        query.durationNanos(),
        query.trips(),
        query.rcode(),
        query.authenticated(),
        query.truncated(),
        answers,
        query.setUp().map(this::connection),
        query.note().map(text::clean));
  }

  private ResolverConnection connection(ResolverConnection made) {
    Map<Phase, PhaseTiming> timings = new EnumMap<>(Phase.class);
    made.phases().byPhase().forEach((phase, timing) -> timings.put(phase, timing(timing)));
    return new ResolverConnection(
        made.address(),
        new Phases(timings),
        made.tlsVersion(),
        made.queries().stream().map(this::query).toList());
  }

  private HostFacts host(HostFacts facts) {
    return new HostFacts(
        facts.host(),
        facts.dnssec(),
        text.clean(facts.dnssecReason()),
        facts.caa().map(this::caa),
        facts.https(),
        facts.queries().stream().map(this::query).toList());
  }

  private HostFacts.Caa caa(HostFacts.Caa caa) {
    return new HostFacts.Caa(
        caa.owner(),
        caa.records().stream()
            .map(
                each ->
                    new HostFacts.CaaRecord(each.critical(), each.tag(), text.clean(each.value())))
            .toList());
  }

  private Span span(Span span) {
    return new Span(
        span.traceId(),
        span.spanId(),
        span.parentSpanId(),
        SqlLiterals.hideQuoted(text.clean(span.name()), text),
        span.layer(),
        span.kind(),
        span.time(),
        new SpanStatus(span.status().code(), text.clean(span.status().message())),
        attributes(span.attributes()),
        span.events().stream()
            .map(
                event ->
                    new SpanEvent(
                        event.atUnixNanos(),
                        text.clean(event.name()),
                        attributes(event.attributes())))
            .toList(),
        span.links());
  }

  private Attributes attributes(Attributes attributes) {
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
