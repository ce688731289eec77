package dev.lightfoot.codec.har.write;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.List;
import java.util.Optional;

/// Writes the request and the response of an entry. Their bodies are not kept, so there are none.
final class MessageWriter {
  private final Exchange exchange;
  private final HarSink json;
  private final KeptMembers kept;

  MessageWriter(Exchange exchange, HarSink json, KeptMembers kept) {
    this.exchange = exchange;
    this.json = json;
    this.kept = kept;
  }

  void request() {
    RequestFacts request = exchange.request();
    json.text("method", exchange.method());
    json.text("url", exchange.url());
    json.text("httpVersion", exchange.protocol().orElse(""));
    json.array("cookies", () -> HarCookies.sent(request.headers(), json));
    headers(request.headers());
    json.array("queryString", this::query);
    json.number("headersSize", request.headerBytes() > 0 ? request.headerBytes() : -1);
    json.number("bodySize", request.bodyBytes());
    json.kept(kept.in("request"));
  }

  void response() {
    Optional<ResponseFacts> response = exchange.response();
    List<Header> headers = response.map(ResponseFacts::headers).orElse(List.of());
    long headerBytes = response.map(ResponseFacts::headerBytes).orElse(0L);
    json.number("status", exchange.status().orElse(0));
    json.text("httpVersion", exchange.status().isEmpty() ? "" : exchange.protocol().orElse(""));
    json.array("cookies", () -> HarCookies.set(headers, json));
    headers(headers);
    json.object("content", () -> content(response));
    json.number("headersSize", headerBytes > 0 ? headerBytes : -1);
    json.number("bodySize", response.map(ResponseFacts::bodyBytes).orElse(-1L));
    error().ifPresent(message -> json.text("_error", message));
    exchange.tls().ifPresent(this::security);
    json.kept(kept.in("response").without("content", "_securityDetails"));
    if (!kept.in("response").has("statusText")) {
      json.text("statusText", "");
    }
    json.text("redirectURL", redirect(headers));
  }

  private void content(Optional<ResponseFacts> response) {
    long size = response.map(it -> it.decodedBytes().orElse(it.bodyBytes())).orElse(0L);
    json.number("size", size);
    json.text("mimeType", response.flatMap(facts -> facts.header("content-type")).orElse(""));
    response
        .filter(it -> it.decodedBytes().isPresent() && it.contentEncoding().isPresent())
        .ifPresent(it -> json.number("compression", size - it.bodyBytes()));
    json.kept(kept.in("response").in("content"));
  }

  private void security(TlsFacts tls) {
    if (tls.version().isEmpty()) {
      return;
    }
    json.object(
        "_securityDetails",
        () -> {
          json.text("protocol", tls.version().get().replaceFirst("^TLSv", "TLS "));
          json.text("cipher", tls.cipherSuite());
          json.text("keyExchangeGroup", tls.group());
          json.kept(kept.in("response").in("_securityDetails"));
        });
  }

  private Optional<String> error() {
    return exchange.phases().byPhase().values().stream()
        .flatMap(
            timing ->
                timing instanceof PhaseTiming.Failed failed
                    ? Optional.of(failed.message()).stream()
                    : Optional.<String>empty().stream())
        .findFirst();
  }

  private static String redirect(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.named("location"))
        .map(Header::value)
        .findFirst()
        .orElse("");
  }

  private void headers(List<Header> headers) {
    json.array("headers", () -> headers.forEach(it -> pair(it.name(), it.value())));
  }

  private void pair(String name, String value) {
    json.object(
        () -> {
          json.text("name", name);
          json.text("value", value);
        });
  }

  private void query() {
    String url = exchange.url();
    int question = url.indexOf('?');
    if (question < 0) {
      return;
    }
    int hash = url.indexOf('#', question);
    String query = url.substring(question + 1, hash < 0 ? url.length() : hash);
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (!part.isEmpty()) {
        pair(
            equals < 0 ? part : part.substring(0, equals),
            equals < 0 ? "" : part.substring(equals + 1));
      }
    }
  }
}
