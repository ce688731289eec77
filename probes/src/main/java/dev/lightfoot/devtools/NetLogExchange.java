package dev.lightfoot.devtools;

import dev.lightfoot.devtools.netlog.NetRequest;
import dev.lightfoot.devtools.netlog.NetSocket;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming.Reason;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Makes the exchange of one request in a log of the network.
///
/// @param first whether no request before it was carried by that connection
record NetLogExchange(
    NetRequest request, Optional<NetSocket> socket, boolean first, Circumstances about) {
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final int EARLY_HINTS = 103;

  Exchange make(Optional<Initiator> initiator) {
    PhaseLine line = new PhaseLine(nanos(request.from()).orElse(0), about.evidence());
    phases(line);
    ExchangeBuilder exchange =
        new ExchangeBuilder(UrlParts.of(request.url()).withoutUserInfo(), request.method())
            .source(about.source())
            .status(status())
            .protocol(protocol())
            .initiator(initiator)
            .resource(resource())
            .redirectedFrom(request.redirectedFrom())
            .connection(socket.map(this::connection))
            .tls(socket.flatMap(one -> NetLogTls.of(one, about.clock(), false)))
            .request(requestFacts())
            .response(response())
            .marks(marks())
            .interim(
                nanos(request.earlyHints()).stream()
                    .mapToObj(at -> new Interim(EARLY_HINTS, at))
                    .toList());
    line.into(exchange);
    return exchange.build();
  }

  private void phases(PhaseLine line) {
    long end = nanos(request.to()).orElse(about.end());
    if (request.error() != 0 || request.headersTo().isEmpty()) {
      NetError why =
          request.error() != 0 ? NetError.ofNumber(request.error()) : NetError.unfinished();
      line.failed(why.phase(), end, why);
      return;
    }
    if (request.sendFrom().isEmpty()) {
      line.absent(Phase.WAIT, Reason.CACHED);
      line.until(end);
      return;
    }
    connect(line);
    line.measured(Phase.SEND, at(request.sendFrom()), at(request.sendTo()));
    line.measured(Phase.WAIT, Long.MIN_VALUE, at(request.headersTo()));
    line.measured(Phase.RECEIVE, Long.MIN_VALUE, end);
  }

  private void connect(PhaseLine line) {
    boolean secure = request.url().startsWith("https:");
    Optional<NetSocket> own =
        socket.filter(
            one ->
                first
                    && one.connectFrom().isPresent()
                    && one.connectTo().isPresent()
                    && one.connectFrom().getAsDouble() >= request.from().orElse(0));
    if (own.isEmpty()) {
      line.measured(Phase.BLOCKED, Long.MIN_VALUE, at(request.sendFrom()));
      line.absent(Phase.TCP, Reason.REUSED);
      line.absent(Phase.TLS, secure ? Reason.REUSED : Reason.PLAIN_TEXT);
      return;
    }
    NetSocket made = own.get();
    line.measured(Phase.BLOCKED, Long.MIN_VALUE, at(made.connectFrom()));
    if (made.isQuic()) {
      line.measured(Phase.QUIC, at(made.connectFrom()), at(made.connectTo()));
      return;
    }
    line.measured(Phase.TCP, at(made.connectFrom()), at(made.connectTo()));
    if (made.tlsFrom().isPresent() && made.tlsTo().isPresent()) {
      line.measured(Phase.TLS, at(made.tlsFrom()), at(made.tlsTo()));
    } else {
      line.absent(Phase.TLS, secure ? Reason.NONE : Reason.PLAIN_TEXT);
    }
  }

  private Connection connection(NetSocket one) {
    return new Connection(
        (int) one.id(),
        !first,
        Optional.of(one.address()).filter(text -> !text.isEmpty()),
        Optional.empty(),
        List.of());
  }

  private Marks marks() {
    OptionalLong headers = nanos(request.headersTo());
    OptionalLong earliest = nanos(request.earlyHints());
    return request.sendFrom().isEmpty()
        ? Marks.NONE
        : new Marks(
            earliest,
            OptionalLong.empty(),
            headers,
            OptionalLong.empty(),
            request.error() == 0 ? nanos(request.to()) : OptionalLong.empty());
  }

  private Resource resource() {
    Optional<ResourceType> type =
        request.kind().endsWith("frame") ? Optional.of(ResourceType.DOCUMENT) : Optional.empty();
    Optional<Priority> priority =
        switch (request.priority()) {
          case "HIGHEST" -> Optional.of(Priority.HIGHEST);
          case "MEDIUM" -> Optional.of(Priority.HIGH);
          case "LOW" -> Optional.of(Priority.MEDIUM);
          case "LOWEST" -> Optional.of(Priority.LOW);
          case "IDLE" -> Optional.of(Priority.LOWEST);
          default -> Optional.empty();
        };
    return new Resource(
        type,
        priority,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        request.sendFrom().isEmpty() && request.headersTo().isPresent()
            ? Optional.of(Resource.Delivery.CACHE)
            : Optional.empty());
  }

  private RequestFacts requestFacts() {
    List<Header> lines = lines(request.requestHeaders());
    return new RequestFacts(0, HeaderLines.cookieBytes(lines), 0, lines);
  }

  private Optional<ResponseFacts> response() {
    return request.headersTo().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ResponseFacts(
                0,
                0,
                OptionalLong.of(request.decodedBytes()),
                lines(request.responseHeaders()),
                Optional.empty()));
  }

  private OptionalInt status() {
    return request.responseHeaders().stream()
        .limit(1)
        .filter(line -> line.matches("HTTP/\\S+ \\d{3}.*"))
        .mapToInt(line -> Integer.parseInt(line.split(" ", 3)[1].substring(0, 3)))
        .findFirst();
  }

  private Optional<String> protocol() {
    if (socket.filter(NetSocket::isQuic).isPresent()) {
      return Optional.of("h3");
    }
    Optional<String> agreed = socket.flatMap(one -> one.tls().text("next_proto"));
    return agreed
        .filter(name -> name.equals("h2"))
        .or(
            () ->
                request.responseHeaders().stream()
                    .limit(1)
                    .map(line -> line.startsWith("HTTP/1.0") ? "http/1.0" : "http/1.1")
                    .findFirst());
  }

  private static List<Header> lines(List<String> lines) {
    return lines.stream()
        .filter(line -> line.indexOf(": ") > 0)
        .map(line -> line.split(": ", 2))
        .map(parts -> new Header(parts[0], parts[1]))
        .toList();
  }

  private long at(OptionalDouble millis) {
    return nanos(millis).orElse(Long.MIN_VALUE);
  }

  private OptionalLong nanos(OptionalDouble millis) {
    return millis.isPresent()
        ? OptionalLong.of(about.clock().nanos(millis.getAsDouble() / MILLIS_PER_SECOND))
        : OptionalLong.empty();
  }
}
