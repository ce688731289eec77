package dev.lightfoot.codec.snapshot;

import dev.lightfoot.model.CertificateFacts;
import dev.lightfoot.model.Connection;
import dev.lightfoot.model.ConnectionAttempt;
import dev.lightfoot.model.EdgeCache;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Phases;
import dev.lightfoot.model.ProxyHop;
import dev.lightfoot.model.QuicPath;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.ServerTiming;
import dev.lightfoot.model.TlsFacts;
import java.util.List;

/// Writes an exchange. Some members follow from others and are written for readers without our
/// rules: `rttNanos`, `code`, `bytes` of a certificate, `edgeCache`, `serverTiming`.
final class ExchangeWriter {
  private final JsonSink out;

  ExchangeWriter(JsonSink out) {
    this.out = out;
  }

  void write(Exchange exchange) {
    out.text("url", exchange.url());
    out.text("method", exchange.method());
    if (exchange.status().isPresent()) {
      out.number("status", exchange.status());
    } else {
      out.nothing("status");
    }
    out.text("protocol", exchange.protocol());
    out.object(
        "initiator",
        exchange.initiator(),
        initiator -> {
          out.text("type", initiator.type().label());
          out.number("exchange", initiator.exchange());
          out.number("line", initiator.line());
        });
    out.text("redirectedFrom", exchange.redirectedFrom());
    out.number("startNanos", exchange.startNanos());
    out.number("gapNanos", exchange.gapNanos());
    out.object("connection", exchange.connection(), this::connection);
    exchange.proxy().ifPresent(proxy -> out.object("proxy", () -> proxy(proxy)));
    out.object("phases", () -> phases(exchange.phases()));
    out.object("marks", () -> marks(exchange.marks()));
    out.objects(
        "interim",
        exchange.interim(),
        interim -> {
          out.number("status", interim.status());
          out.number("atNanos", interim.atNanos());
        });
    out.object("request", () -> request(exchange.request()));
    out.object("response", exchange.response(), this::response);
    out.objects(
        "chunks",
        exchange.chunks(),
        chunk -> {
          out.number("atNanos", chunk.atNanos());
          out.number("bytes", chunk.bytes());
        });
    out.object("dns", () -> out.objects("queries", exchange.dns(), new DnsWriter(out)::query));
    out.object("tls", exchange.tls(), this::tls);
    out.texts("serverSpans", exchange.serverSpans());
  }

  private void proxy(ProxyHop proxy) {
    out.text("url", proxy.url());
    out.text("source", proxy.source());
    out.flag("tunnel", proxy.tunnel());
    out.number("status", proxy.status());
  }

  private void connection(Connection connection) {
    out.number("id", connection.id());
    out.flag("reused", connection.reused());
    out.text("address", connection.address());
    out.number("rttNanos", connection.rttNanos());
    out.object(
        "kernel",
        connection.kernel(),
        kernel -> {
          out.number("rttNanos", kernel.rttNanos());
          out.number("rttVarianceNanos", kernel.rttVarianceNanos());
          out.number("minRttNanos", kernel.minRttNanos());
          out.number("congestionWindow", kernel.congestionWindow());
          out.number("retransmits", kernel.retransmits());
        });
    if (connection.quic().isPresent()) {
      out.object("quic", connection.quic(), this::quic);
    }
    out.objects(
        "attempts",
        connection.attempts(),
        attempt -> {
          out.text("address", attempt.address());
          out.number("startNanos", attempt.startNanos());
          out.number("durationNanos", attempt.durationNanos());
          out.text("outcome", attempt.outcome());
          out.textIfAny("errorType", attempt.errorType());
          if (!attempt.transport().equals(ConnectionAttempt.TCP)) {
            out.text("transport", attempt.transport());
          }
        });
  }

  private void quic(QuicPath path) {
    out.number("rttNanos", path.rttNanos());
    out.number("congestionWindow", path.congestionWindow());
    out.number("packetsSent", path.packetsSent());
    out.number("packetsReceived", path.packetsReceived());
    out.number("packetsLost", path.packetsLost());
    out.number("packetsRetransmitted", path.packetsRetransmitted());
    out.number("maxDatagramBytes", path.maxDatagramBytes());
  }

  void phases(Phases phases) {
    phases.byPhase().forEach((phase, timing) -> out.object(phase.label(), () -> timing(timing)));
  }

  private void timing(PhaseTiming timing) {
    switch (timing) {
      case PhaseTiming.Measured measured -> {
        out.text("state", "measured");
        out.number("startNanos", measured.startNanos());
        out.number("durationNanos", measured.durationNanos());
        out.number("trips", measured.trips());
        out.text("evidence", measured.evidence().label());
      }
      case PhaseTiming.NotApplicable not -> {
        out.text("state", "not-applicable");
        out.text("reason", not.reason());
      }
      case PhaseTiming.Failed failed -> {
        out.text("state", "failed");
        out.number("startNanos", failed.startNanos());
        out.number("durationNanos", failed.durationNanos());
        out.number("trips", failed.trips());
        out.text("errorType", failed.errorType());
        out.text("message", failed.message());
      }
    }
  }

  private void marks(Marks marks) {
    out.number("firstByteNanos", marks.firstByteNanos());
    out.number("finalFirstByteNanos", marks.finalFirstByteNanos());
    out.number("headersCompleteNanos", marks.headersCompleteNanos());
    out.number("bodyFirstByteNanos", marks.bodyFirstByteNanos());
    out.number("lastByteNanos", marks.lastByteNanos());
  }

  private void request(RequestFacts request) {
    out.number("headerBytes", request.headerBytes());
    out.number("cookieBytes", request.cookieBytes());
    out.number("bodyBytes", request.bodyBytes());
    headers(request.headers());
  }

  private void response(ResponseFacts response) {
    out.number("headerBytes", response.headerBytes());
    out.number("bodyBytes", response.bodyBytes());
    out.number("decodedBytes", response.decodedBytes());
    headers(response.headers());
    out.textIfAny("cut", response.cut());
    EdgeCache.of(response.headers()).ifPresent(edge -> out.object("edgeCache", () -> edge(edge)));
    List<ServerTiming> timings = ServerTiming.of(response.headers());
    if (!timings.isEmpty()) {
      out.objects(
          "serverTiming",
          timings,
          timing -> {
            out.text("name", timing.name());
            out.number("durationNanos", timing.durationNanos());
            out.textIfAny("description", timing.description());
          });
    }
  }

  private void edge(EdgeCache edge) {
    out.text("verdict", edge.verdict().label());
    out.text("source", edge.source());
    out.text("detail", edge.detail());
    out.number("ageSeconds", edge.ageSeconds());
  }

  private void headers(List<Header> headers) {
    out.array("headers", () -> headers.forEach(each -> out.pair(each.name(), each.value())));
  }

  private void tls(TlsFacts tls) {
    out.text("version", tls.version());
    out.text("cipherSuite", tls.cipherSuite());
    out.text("group", tls.group());
    out.text("alpn", tls.alpn());
    out.flag("resumed", tls.resumed());
    out.flag("offeredSession", tls.offeredSession());
    out.flag("helloRetryRequest", tls.helloRetryRequest());
    out.number("serverHelloNanos", tls.serverHelloNanos());
    out.number("handshakeBytesIn", tls.handshakeBytesIn());
    out.number("handshakeBytesOut", tls.handshakeBytesOut());
    out.textIfAny("stapledOcsp", tls.stapledOcsp());
    out.objects("chain", tls.chain(), this::certificate);
    out.text("verdict", tls.verdict());
    out.objects(
        "checks",
        tls.checks(),
        check -> {
          out.text("name", check.name());
          out.text("state", check.state());
          out.text("detail", check.detail());
        });
  }

  private void certificate(CertificateFacts certificate) {
    out.text("subject", certificate.subject());
    out.text("issuer", certificate.issuer());
    out.texts("names", certificate.names());
    out.text("notBefore", certificate.notBefore().toString());
    out.text("notAfter", certificate.notAfter().toString());
    out.text("key", certificate.key());
    out.text("signature", certificate.signature());
    out.text("serial", certificate.serial());
    out.texts("ocspResponders", certificate.ocspResponders());
    out.number("bytes", certificate.bytes());
    out.text("der", certificate.der().base64());
  }
}
