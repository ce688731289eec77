package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.SlowStart;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.connection.KernelTcp;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PathWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What the connection of an exchange shows of its transport: whether it was new, how its TLS
/// session came about, what the kernel knows of it, and the flights in which the body came.
public final class TransportFacts {
  /// One of them.
  ///
  /// @param name what it is about
  /// @param value in words, with units
  public record Fact(String name, String value) {}

  /// Longer lists of flights are cut.
  private static final int MOST_FLIGHTS = 12;

  private final Exchange exchange;
  private final List<Fact> facts = new ArrayList<>();

  private TransportFacts(Exchange exchange) {
    this.exchange = exchange;
  }

  /// In the order of the wire; none where nothing was connected to.
  public static List<Fact> of(Exchange exchange) {
    TransportFacts made = new TransportFacts(exchange);
    exchange.connection().filter(c -> c.address().isPresent()).ifPresent(made::connection);
    return made.facts;
  }

  private void connection(Connection connection) {
    add(
        "connection",
        say(
            connection.reused() ? "transport.kept" : "transport.new",
            connection.address().orElseThrow()));
    exchange.tls().ifPresent(tls -> add("session", session(tls)));
    connection.kernel().ifPresent(kernel -> add("kernel", kernel(kernel)));
    connection.quic().ifPresent(path -> add("path", PathWords.of(path)));
    if (exchange.response().isPresent() && !exchange.chunks().isEmpty()) {
      body(floor(connection));
    }
  }

  private static String session(TlsFacts tls) {
    if (tls.resumed()) {
      return say("transport.resumed");
    }
    return say(tls.offeredSession() ? "transport.refused" : "transport.full")
        + (tls.helloRetryRequest() ? say("transport.retried") : "");
  }

  private static String kernel(KernelTcp kernel) {
    return say(
        "transport.rtt",
        Numbers.duration(kernel.rttNanos()),
        Numbers.duration(kernel.rttVarianceNanos()),
        Numbers.duration(kernel.minRttNanos()),
        Numbers.count(kernel.retransmits()));
  }

  private OptionalLong floor(Connection connection) {
    long connect = exchange.phases().durationNanos(Phase.TCP);
    Optional<Long> kernel = connection.kernel().map(KernelTcp::minRttNanos);
    if (connection.quic().isPresent()) {
      return OptionalLong.of(connection.quic().get().rttNanos());
    }
    if (kernel.isEmpty()) {
      return connect > 0 ? OptionalLong.of(connect) : OptionalLong.empty();
    }
    return OptionalLong.of(connect > 0 ? Math.min(connect, kernel.get()) : kernel.get());
  }

  private void body(OptionalLong floor) {
    List<Chunk> chunks = exchange.chunks();
    long bytes = chunks.stream().mapToLong(Chunk::bytes).sum();
    int formula = SlowStart.mostRounds(bytes);
    if (formula <= 1) {
      add("flights", say("transport.one", Numbers.bytes(bytes)));
      return;
    }
    List<Chunk> flights =
        floor.isPresent() ? SlowStart.flights(chunks, floor.getAsLong()) : List.of();
    if (flights.size() < 2) {
      add("flights", say("transport.unseen", Numbers.bytes(bytes), Integer.toString(formula)));
      return;
    }
    String sizes =
        flights.stream()
            .limit(MOST_FLIGHTS)
            .map(flight -> Numbers.bytes(flight.bytes()))
            .collect(Collectors.joining(" + "));
    add(
        "flights",
        say(
            "transport.flights",
            Integer.toString(flights.size()),
            sizes,
            Integer.toString(SlowStart.initialWindow(flights).orElseThrow()),
            Integer.toString(formula)));
  }

  private void add(String name, String value) {
    facts.add(new Fact(say("transport.name." + name), value));
  }
}
