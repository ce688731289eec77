package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.EdgeCache;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.ServerTiming;
import dev.lightfoot.model.connection.CertificateFacts;
import dev.lightfoot.model.connection.ConnectionAttempt;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import dev.lightfoot.report.words.Sentences;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The details of one exchange as text: DNS, addresses tried, certificates, headers, caching.
final class DetailText {
  private final TextPage page;
  private final Exchange exchange;
  private final String suffix;

  DetailText(TextPage page, Exchange exchange, String suffix) {
    this.page = page;
    this.exchange = exchange;
    this.suffix = suffix;
  }

  void write() {
    new DnsText(page).queries(title("text.dns"), exchange.dns());
    exchange.proxy().ifPresent(this::proxy);
    page.table(title("text.attempts"), attempts());
    transport();
    exchange.tls().ifPresent(this::tls);
    response();
    page.table(title("text.requestHeaders"), headers(exchange.request().headers()));
    exchange
        .response()
        .ifPresent(each -> page.table(title("text.responseHeaders"), headers(each.headers())));
  }

  private String title(String key) {
    return say(key) + suffix;
  }

  private void proxy(ProxyHop proxy) {
    page.title(title("text.proxyHop"));
    page.item("-", ProxyText.of(proxy, exchange));
  }

  private TextTable attempts() {
    List<ConnectionAttempt> attempts =
        exchange.connection().map(each -> each.attempts()).orElse(List.of());
    boolean quic = attempts.stream().anyMatch(a -> a.transport().equals(ConnectionAttempt.QUIC));
    TextTable table = new TextTable(quic ? "llrrl" : "lrrl");
    if (!attempts.isEmpty()) {
      List<String> head = new ArrayList<>(List.of(say("column.address")));
      head.addAll(quic ? List.of(say("column.transport")) : List.of());
      head.addAll(List.of(say("column.start"), say("column.time"), say("column.outcome")));
      table.row(head);
    }
    for (ConnectionAttempt attempt : attempts) {
      List<String> row = new ArrayList<>(List.of(attempt.address()));
      row.addAll(quic ? List.of(attempt.transport().toUpperCase(Locale.ROOT)) : List.of());
      row.add(Numbers.millis(attempt.startNanos()));
      row.add(Numbers.millis(attempt.durationNanos()));
      row.add(attempt.outcome() + attempt.errorType().map(type -> ": " + type).orElse(""));
      table.row(row);
    }
    return table;
  }

  private void transport() {
    List<TransportFacts.Fact> facts = TransportFacts.of(exchange);
    if (!facts.isEmpty()) {
      page.title(title("text.transport"));
      facts.forEach(fact -> page.item("-", fact.name() + ": " + fact.value()));
    }
  }

  private void tls(TlsFacts tls) {
    page.title(title("text.tls"));
    List<String> facts = new ArrayList<>();
    tls.version().map(PhaseNames::version).ifPresent(facts::add);
    tls.cipherSuite().ifPresent(facts::add);
    tls.group().ifPresent(facts::add);
    tls.alpn().ifPresent(alpn -> facts.add("ALPN " + alpn));
    facts.add(say(tls.resumed() ? "text.resumed" : "text.fullHandshake"));
    if (tls.helloRetryRequest()) {
      facts.add("HelloRetryRequest");
    }
    facts.add(say("text.chainBytes", Numbers.bytes(tls.chainBytes())));
    facts.add(say("text.stapled", tls.stapledOcsp().orElse(say("text.none"))));
    page.item("-", String.join(" · ", facts));
    for (int i = 0; i < tls.chain().size(); i++) {
      page.item((i + 1) + ".", certificate(tls.chain().get(i)));
    }
    for (TlsCheck check : tls.checks()) {
      String name =
          Sentences.knows("check." + check.name()) ? say("check." + check.name()) : check.name();
      page.item(mark(check), name + ": " + check.detail());
    }
  }

  private static String certificate(CertificateFacts certificate) {
    return say(
        "text.certificate",
        certificate.subject(),
        certificate.issuer(),
        certificate.key(),
        Numbers.bytes(certificate.bytes()),
        certificate.notBefore().atOffset(ZoneOffset.UTC).toLocalDate(),
        certificate.notAfter().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private static String mark(TlsCheck check) {
    return switch (check.state()) {
      case TlsCheck.PASSED -> "✓";
      case TlsCheck.FAILED -> "✕";
      case TlsCheck.WARNING -> "!";
      default -> Numbers.NOT_APPLICABLE;
    };
  }

  private void response() {
    Optional<ResponseFacts> response = exchange.response();
    if (response.isEmpty()) {
      return;
    }
    page.title(title("text.response"));
    ResponseFacts facts = response.get();
    String status =
        exchange.status().isPresent() ? Integer.toString(exchange.status().getAsInt()) : "";
    String decoded =
        facts.decodedBytes().isPresent()
            ? Numbers.bytes(facts.decodedBytes().getAsLong())
            : Numbers.UNKNOWN;
    page.item(
        "-",
        say(
            "text.sizes",
            status,
            head(exchange.request().headerBytes()),
            Numbers.bytes(exchange.request().cookieBytes()),
            head(facts.headerBytes()),
            Numbers.bytes(facts.bodyBytes()),
            facts.contentEncoding().orElse(say("text.uncoded")),
            decoded));
    exchange
        .interim()
        .forEach(
            each ->
                page.item(
                    "-",
                    say(
                        "text.interim",
                        Integer.toString(each.status()),
                        Numbers.duration(each.atNanos()))));
    page.item("-", EdgeCache.of(facts.headers()).map(DetailText::edge).orElse(say("text.noEdge")));
    for (ServerTiming timing : ServerTiming.of(facts.headers())) {
      page.item("-", serverTiming(timing));
    }
  }

  /// A head has some bytes: none are said where the source of the exchange does not know them.
  private static String head(long bytes) {
    return bytes == 0 ? Numbers.UNKNOWN : Numbers.bytes(bytes);
  }

  private static String edge(EdgeCache edge) {
    String age =
        edge.ageSeconds().isPresent()
            ? say("text.age", Numbers.count(edge.ageSeconds().getAsLong()))
            : "";
    return say("text.edge", edge.verdict().label(), edge.source(), edge.detail()) + age;
  }

  private static String serverTiming(ServerTiming timing) {
    String duration =
        timing.durationNanos().isPresent()
            ? " " + Numbers.duration(timing.durationNanos().getAsLong())
            : "";
    return say("text.serverTiming", timing.name())
        + duration
        + timing.description().map(text -> " (" + text + ")").orElse("");
  }

  private static TextTable headers(List<Header> headers) {
    TextTable table = TextTable.withoutHeads("ll");
    headers.forEach(header -> table.row("  " + header.name(), header.value()));
    return table;
  }
}
