package dev.lightfoot.analysis.compare;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Evidence;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Snapshots whose times are given.
public final class GeneratedRuns {
  public static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T10:00:00Z");
  static final Duration APART = Duration.ofSeconds(1);
  static final String URL = "https://www.shop.test/";

  private GeneratedRuns() {}

  /// A probe of one request whose phases follow one another.
  public static Run probe(OffsetDateTime at, Map<Phase, Long> nanos) {
    return new Run(
        RunState.COLD,
        at,
        Optional.empty(),
        false,
        List.of(exchange(URL, 0, nanos)),
        List.of(),
        List.of());
  }

  /// The same as our own sockets measure it, with as much time of this computer: half of it before
  /// the last phase, half after the ServerHello.
  static Run measured(OffsetDateTime at, Map<Phase, Long> nanos, long ownNanos) {
    ExchangeBuilder builder =
        new ExchangeBuilder(URL, "GET").status(OptionalInt.of(200)).source(Exchange.KERNEL);
    long now = 0;
    for (Map.Entry<Phase, Long> each : new EnumMap<>(nanos).entrySet()) {
      boolean tls = each.getKey() == Phase.TLS;
      now += each.getKey() == Phase.WAIT ? ownNanos / 2 : 0;
      long took = each.getValue() + (tls ? ownNanos - ownNanos / 2 : 0);
      if (tls) {
        builder.tls(Optional.of(tls(now + each.getValue())));
      }
      builder.phase(
          each.getKey(), new PhaseTiming.Measured(now, took, OptionalInt.of(1), Evidence.MEASURED));
      now += took;
    }
    Exchange exchange = builder.gapNanos(ownNanos / 2).build();
    return new Run(
        RunState.COLD, at, Optional.empty(), false, List.of(exchange), List.of(), List.of());
  }

  private static TlsFacts tls(long serverHelloNanos) {
    return new TlsFacts(
        Optional.of("TLSv1.3"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        false,
        OptionalLong.of(serverHelloNanos),
        0,
        0,
        Optional.empty(),
        List.of(),
        Optional.of(TlsFacts.TRUSTED),
        List.of());
  }

  public static Exchange exchange(String url, long start, Map<Phase, Long> nanos) {
    ExchangeBuilder builder =
        new ExchangeBuilder(url, "GET").status(OptionalInt.of(200)).startNanos(start);
    long at = start;
    for (Map.Entry<Phase, Long> each : new EnumMap<>(nanos).entrySet()) {
      OptionalInt trips = OptionalInt.of(1);
      builder.phase(
          each.getKey(), new PhaseTiming.Measured(at, each.getValue(), trips, Evidence.MEASURED));
      at += each.getValue();
    }
    return builder.build();
  }

  /// Runs of one wait, in milliseconds, one a second from then on.
  static Snapshot waits(OffsetDateTime from, double... millis) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < millis.length; i++) {
      runs.add(probe(from.plus(APART.multipliedBy(i)), Map.of(Phase.WAIT, nanos(millis[i]))));
    }
    return snapshot(runs);
  }

  public static long nanos(double millis) {
    return Math.round(millis * 1_000_000);
  }

  public static Snapshot snapshot(List<Run> runs) {
    return new Snapshot(
        "id",
        Optional.of("name"),
        URL,
        runs.isEmpty() ? START : runs.getFirst().startedAt(),
        Samples.ENVIRONMENT,
        runs,
        Map.of());
  }
}
