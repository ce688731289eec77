package dev.lightfoot.model;

import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.page.Resource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Fills an [Exchange] by name. What is not set is absent.
public final class ExchangeBuilder {
  private final String url;
  private final String method;
  private OptionalInt status = OptionalInt.empty();
  private Optional<String> protocol = Optional.empty();
  private Optional<Initiator> initiator = Optional.empty();
  private Resource resource = Resource.NONE;
  private Optional<String> redirectedFrom = Optional.empty();
  private long startNanos;
  private long gapNanos;
  private Optional<Connection> connection = Optional.empty();
  private Optional<ProxyHop> proxy = Optional.empty();
  private final Map<Phase, PhaseTiming> phases = new EnumMap<>(Phase.class);
  private Marks marks = Marks.NONE;
  private List<Interim> interim = List.of();
  private RequestFacts request = RequestFacts.NONE;
  private Optional<ResponseFacts> response = Optional.empty();
  private List<Chunk> chunks = List.of();
  private List<DnsQuery> dns = List.of();
  private Optional<TlsFacts> tls = Optional.empty();
  private String source = Exchange.SOCKET;
  private List<Late> late = List.of();
  private final List<String> serverSpans = new ArrayList<>();

  public ExchangeBuilder(String url, String method) {
    this.url = url;
    this.method = method;
  }

  public ExchangeBuilder status(OptionalInt value) {
    status = value;
    return this;
  }

  public ExchangeBuilder protocol(Optional<String> value) {
    protocol = value;
    return this;
  }

  public ExchangeBuilder initiator(Optional<Initiator> value) {
    initiator = value;
    return this;
  }

  public ExchangeBuilder resource(Resource value) {
    resource = value;
    return this;
  }

  public ExchangeBuilder redirectedFrom(Optional<String> value) {
    redirectedFrom = value;
    return this;
  }

  public ExchangeBuilder startNanos(long value) {
    startNanos = value;
    return this;
  }

  public ExchangeBuilder gapNanos(long value) {
    gapNanos = value;
    return this;
  }

  public ExchangeBuilder connection(Optional<Connection> value) {
    connection = value;
    return this;
  }

  public ExchangeBuilder proxy(Optional<ProxyHop> value) {
    proxy = value;
    return this;
  }

  public ExchangeBuilder phase(Phase phase, PhaseTiming timing) {
    phases.put(phase, timing);
    return this;
  }

  public ExchangeBuilder marks(Marks value) {
    marks = value;
    return this;
  }

  public ExchangeBuilder interim(List<Interim> value) {
    interim = value;
    return this;
  }

  public ExchangeBuilder request(RequestFacts value) {
    request = value;
    return this;
  }

  public ExchangeBuilder response(Optional<ResponseFacts> value) {
    response = value;
    return this;
  }

  public ExchangeBuilder chunks(List<Chunk> value) {
    chunks = value;
    return this;
  }

  public ExchangeBuilder dns(List<DnsQuery> value) {
    dns = value;
    return this;
  }

  public ExchangeBuilder tls(Optional<TlsFacts> value) {
    tls = value;
    return this;
  }

  public ExchangeBuilder source(String value) {
    source = value;
    return this;
  }

  public ExchangeBuilder late(List<Late> value) {
    late = value;
    return this;
  }

  public ExchangeBuilder serverSpans(List<String> value) {
    serverSpans.clear();
    serverSpans.addAll(value);
    return this;
  }

  public Exchange build() {
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
        new Phases(phases),
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
}
