package dev.lightfoot.model;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.page.Resource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One request and its response, as far as it came: an entry in HAR 1.2, a resource in W3C Resource
/// Timing. Each hop of a redirect is an exchange of its own.
///
/// The constructor is long because the snapshot format is; [ExchangeBuilder] fills it by name.
///
/// @param url absolute URL asked for, with its userinfo removed
/// @param method HTTP method
/// @param status status of the final response; empty where none came
/// @param protocol ALPN id: `http/1.1`, `h2`, `h3`; empty before one was agreed on
/// @param initiator what caused the request on a page; empty for a probe
/// @param resource its part in the page; [Resource#NONE] for a probe
/// @param redirectedFrom URL of the hop before
/// @param startNanos the request was made, from the start of the run
/// @param gapNanos time between phases: phases + gap = wall time, exactly
/// @param connection the connection used or tried; empty where DNS failed
/// @param proxy the proxy it went through; empty where it went straight to the server
/// @param phases timings by phase
/// @param marks instants of the response
/// @param interim interim responses in order
/// @param request what was sent
/// @param response the final response; empty where none came
/// @param chunks body bytes in the order they arrived
/// @param dns questions put to resolvers for this exchange
/// @param tls facts of the connection's TLS; empty for plain text or before it began
/// @param source who noted when things arrived: [#SOCKET], [#KERNEL], [#BROWSER] or [#IMPORTED]
/// @param late stretches in which something that was waited for had arrived and this computer had
///   not handed it on yet, in order and apart; those before the request and those after the answer
/// @param serverSpans ids of spans of the run that servers logged for this exchange
public record Exchange(
    String url,
    String method,
    OptionalInt status,
    Optional<String> protocol,
    Optional<Initiator> initiator,
    Resource resource,
    Optional<String> redirectedFrom,
    long startNanos,
    long gapNanos,
    Optional<Connection> connection,
    Optional<ProxyHop> proxy,
    Phases phases,
    Marks marks,
    List<Interim> interim,
    RequestFacts request,
    Optional<ResponseFacts> response,
    List<Chunk> chunks,
    List<DnsQuery> dns,
    Optional<TlsFacts> tls,
    String source,
    List<Late> late,
    List<String> serverSpans) {
  /// Things arrived when our own socket had them: the computer may have had them before.
  public static final String SOCKET = "socket";

  /// Things arrived when the operating system's kernel noted it, however late we had them.
  public static final String KERNEL = "kernel";

  /// Things arrived when a browser that we drove noted it.
  public static final String BROWSER = "browser";

  /// Things arrived when the file says so.
  public static final String IMPORTED = "imported";

  public Exchange {
    late = List.copyOf(late);
    interim = List.copyOf(interim);
    chunks = List.copyOf(chunks);
    dns = List.copyOf(dns);
    serverSpans = List.copyOf(serverSpans);
  }

  /// Wall time of the exchange: all phases and the gap.
  public long durationNanos() {
    return phases.totalNanos() + gapNanos;
  }

  /// Instant of the end, from the start of the run.
  public long endNanos() {
    return startNanos + durationNanos();
  }

  /// The same with that part in a page.
  public Exchange as(Resource part) {
    return new Exchange(
        url,
        method,
        status,
        protocol,
        initiator,
        part,
        redirectedFrom,
        startNanos,
        gapNanos,
        connection,
        proxy,
        phases,
        marks,
        interim,
        request,
        response,
        chunks,
        dns,
        tls,
        source,
        late,
        serverSpans);
  }

  /// The same with spans that servers logged for it.
  public Exchange withServerSpans(List<String> spanIds) {
    return new Exchange(
        url,
        method,
        status,
        protocol,
        initiator,
        resource,
        redirectedFrom,
        startNanos,
        gapNanos,
        connection,
        proxy,
        phases,
        marks,
        interim,
        request,
        response,
        chunks,
        dns,
        tls,
        source,
        late,
        spanIds);
  }
}
