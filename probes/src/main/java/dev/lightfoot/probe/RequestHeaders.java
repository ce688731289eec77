package dev.lightfoot.probe;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.span.TraceParent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// The header lines of a run's first request: ours, unless the person gave the same name.
final class RequestHeaders {
  private static final String TRACE_PARENT = "traceparent";

  private RequestHeaders() {}

  static List<Header> of(ProbeRequest request) {
    List<Header> lines = new ArrayList<>();
    addUserAgent(lines, request);
    addUnlessGiven(lines, request, "Accept", "*/*");
    addUnlessGiven(lines, request, TRACE_PARENT, traceParent());
    lines.addAll(request.headers());
    return lines;
  }

  /// Those of every request of a page.
  static List<Header> ofPage(ProbeRequest request) {
    List<Header> lines = new ArrayList<>();
    addUserAgent(lines, request);
    lines.addAll(request.headers());
    return lines;
  }

  /// A line that begins a new trace, each time it is asked for; empty where the person gave one.
  static Optional<Supplier<Header>> newTraces(ProbeRequest request) {
    return request.headers().stream().anyMatch(header -> header.named(TRACE_PARENT))
        ? Optional.empty()
        : Optional.of(() -> new Header(TRACE_PARENT, traceParent()));
  }

  /// Those of a redirect's next hop: in the same trace, as a span of its own, so that what servers
  /// record of one hop is not taken for another's. What the person gave stays.
  static List<Header> ofNextHop(List<Header> lines, ProbeRequest request) {
    if (request.headers().stream().anyMatch(header -> header.named(TRACE_PARENT))) {
      return lines;
    }
    return lines.stream().map(RequestHeaders::withNewSpan).toList();
  }

  private static Header withNewSpan(Header line) {
    return line.named(TRACE_PARENT)
        ? TraceParent.parse(line.value())
            .map(sent -> new Header(line.name(), traceParent(sent.traceId())))
            .orElse(line)
        : line;
  }

  private static void addUserAgent(List<Header> lines, ProbeRequest request) {
    addUnlessGiven(lines, request, "User-Agent", "Lightfoot/" + LightfootVersion.current());
  }

  private static void addUnlessGiven(
      List<Header> lines, ProbeRequest request, String name, String value) {
    if (request.headers().stream().noneMatch(header -> header.named(name))) {
      lines.add(new Header(name, value));
    }
  }

  /// A new trace (W3C Trace Context), sampled, so that servers keep what they record of this
  /// request.
  private static String traceParent() {
    return traceParent(newId(16));
  }

  private static String traceParent(String traceId) {
    return "00-" + traceId + "-" + newId(8) + "-01";
  }

  private static String newId(int length) {
    byte[] id = new byte[length];
    ThreadLocalRandom.current().nextBytes(id);
    id[0] |= 1; // it may not be all zero
    return HexFormat.of().formatHex(id);
  }
}
