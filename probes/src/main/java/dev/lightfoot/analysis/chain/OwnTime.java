package dev.lightfoot.analysis.chain;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.TlsFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// When only this computer was at work in a chain that we measured, and neither the network nor a
/// server: between the phases; while what had arrived was not handed on yet; before the second of
/// two questions for a name was sent; and in a handshake of one trip once the ServerHello is there.
/// A wait and the receiving of a body have none, for both of their ends are instants on the wire.
///
/// @param stretches in order and apart
public record OwnTime(List<Late> stretches) {
  /// Of what is not looked at for it.
  public static final OwnTime NONE = new OwnTime(List.of());

  private static final Set<Phase> HANDED_ON =
      EnumSet.of(Phase.DNS, Phase.TCP, Phase.PROXY, Phase.QUIC, Phase.TLS);

  public OwnTime {
    stretches = List.copyOf(stretches);
  }

  /// That of a chain; empty where not all of it was measured by our own sockets, so that it is not
  /// known what its gaps are.
  public static Optional<OwnTime> of(RedirectChain chain) {
    if (chain.hops().isEmpty() || !chain.hops().stream().allMatch(OwnTime::isOurs)) {
      return Optional.empty();
    }
    List<Late> all = new ArrayList<>();
    long before = chain.hops().getFirst().startNanos();
    for (Exchange hop : chain.hops()) {
      before = addGaps(hop, before, all);
      addHandshakes(hop, all);
      addQuestion(hop, all);
      addLate(hop, all);
    }
    return Optional.of(new OwnTime(Late.apart(all)));
  }

  /// That of a single request; empty also for the load of a page, whose requests overlap.
  public static Optional<OwnTime> of(Run run) {
    return run.page().isPresent() ? Optional.empty() : of(RedirectChain.of(run));
  }

  private static boolean isOurs(Exchange hop) {
    return hop.source().equals(Exchange.SOCKET) || hop.source().equals(Exchange.KERNEL);
  }

  private static long addGaps(Exchange hop, long before, List<Late> all) {
    long at = before;
    for (PhaseTiming timing : hop.phases().byPhase().values()) {
      if (timing instanceof PhaseTiming.Measured phase) {
        add(at, phase.startNanos(), all);
        at = Math.max(at, phase.startNanos() + phase.durationNanos());
      }
    }
    add(at, hop.endNanos(), all);
    return Math.max(at, hop.endNanos());
  }

  private static void addHandshakes(Exchange hop, List<Late> all) {
    for (Phase phase : List.of(Phase.TLS, Phase.QUIC)) {
      if (hop.phases().byPhase().get(phase) instanceof PhaseTiming.Measured it) {
        long end = it.startNanos() + it.durationNanos();
        add(end - ofHandshake(hop, phase), end, all);
      }
    }
  }

  private static void addQuestion(Exchange hop, List<Late> all) {
    if (hop.phases().byPhase().get(Phase.DNS) instanceof PhaseTiming.Measured dns) {
      LaterQuestion.of(hop, dns).ifPresent(all::add);
    }
  }

  private static void addLate(Exchange hop, List<Late> all) {
    for (Phase phase : HANDED_ON) {
      if (hop.phases().byPhase().get(phase) instanceof PhaseTiming.Measured it) {
        long end = it.startNanos() + it.durationNanos();
        for (Late late : hop.late()) {
          add(Math.max(it.startNanos(), late.atNanos()), Math.min(end, late.endNanos()), all);
        }
      }
    }
  }

  private static void add(long from, long to, List<Late> all) {
    if (to > from) {
      all.add(new Late(from, to - from));
    }
  }

  /// How long a handshake of one trip still took once the ServerHello was there: nothing more is
  /// waited for then. 0 where that is not known.
  public static long ofHandshake(Exchange exchange, Phase phase) {
    OptionalLong hello =
        exchange.tls().map(TlsFacts::serverHelloNanos).orElse(OptionalLong.empty());
    boolean secure = phase == Phase.TLS || phase == Phase.QUIC;
    return secure
            && hello.isPresent()
            && exchange.phases().trips(phase).orElse(0) == 1
            && exchange.phases().byPhase().get(phase) instanceof PhaseTiming.Measured it
        ? Math.clamp(
            it.startNanos() + it.durationNanos() - hello.getAsLong(), 0, it.durationNanos())
        : 0;
  }

  /// All of it.
  public long nanos() {
    return stretches.stream().mapToLong(Late::durationNanos).sum();
  }

  /// What of it lies between those instants.
  public long within(long fromNanos, long toNanos) {
    long sum = 0;
    for (Late each : stretches) {
      sum += Math.max(0, Math.min(toNanos, each.endNanos()) - Math.max(fromNanos, each.atNanos()));
    }
    return sum;
  }
}
