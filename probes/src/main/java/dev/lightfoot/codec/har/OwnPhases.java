package dev.lightfoot.codec.har;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Evidence;
import java.util.Map;

/// The phases of an entry that we wrote: its timings, and what [OwnFields] adds to them.
final class OwnPhases {
  private static final Map<Phase, String> NAMES =
      Map.of(
          Phase.BLOCKED, TimingsDraft.BLOCKED,
          Phase.DNS, TimingsDraft.DNS,
          Phase.SEND, TimingsDraft.SEND,
          Phase.WAIT, TimingsDraft.WAIT,
          Phase.RECEIVE, TimingsDraft.RECEIVE);

  private final EntryDraft entry;
  private final PlacedPhases phases;
  private final boolean quic;

  private OwnPhases(EntryDraft entry, long startNanos) {
    this.entry = entry;
    this.phases = new PlacedPhases(startNanos);
    this.quic = entry.own.word("transport").equals("quic");
  }

  static PlacedPhases of(EntryDraft entry, long startNanos) {
    OwnPhases made = new OwnPhases(entry, startNanos);
    for (Phase phase : Phase.values()) {
      made.place(phase);
    }
    made.phases.gapNanos = OwnFields.nanos(entry.own.gap.orElse(0));
    return made.phases;
  }

  private void place(Phase phase) {
    OwnFields own = entry.own;
    String absent = own.absent.getOrDefault(phase.label(), "");
    long nanos = nanos(phase);
    if (absent.equals(OwnFields.UNKNOWN) || (absent.isEmpty() && nanos < 0)) {
      return;
    }
    if (!absent.isEmpty()) {
      phases.skip(phase, absent);
      return;
    }
    Double start = own.starts.get(phase.label());
    if (start != null) {
      phases.at(phases.startNanos() + OwnFields.nanos(start));
    }
    if (phase.label().equals(own.failed.get("phase"))) {
      String type = own.failed.getOrDefault("errorType", "other");
      phases.fail(phase, nanos, own.trips(phase.label()), type, entry.error);
    } else {
      phases.follow(phase, nanos, own.trips(phase.label()), evidence(phase));
    }
  }

  private Evidence evidence(Phase phase) {
    String word = entry.own.evidence.getOrDefault(phase.label(), "");
    for (Evidence each : Evidence.values()) {
      if (each.label().equals(word)) {
        return each;
      }
    }
    return Evidence.IMPORTED;
  }

  /// Its length; negative where there is none.
  private long nanos(Phase phase) {
    String name = NAMES.get(phase);
    if (name != null) {
      return length(name);
    }
    long connect = length(TimingsDraft.CONNECT);
    long tls = quic ? 0 : Math.max(0, length(TimingsDraft.SSL));
    long proxy = OwnFields.nanos(entry.own.proxy.orElse(0));
    return switch (phase) {
      case QUIC -> quic ? connect : -1;
      case TCP -> quic || connect < 0 ? -1 : Math.max(0, connect - tls - proxy);
      case TLS -> quic ? -1 : length(TimingsDraft.SSL);
      default -> entry.own.proxy.isPresent() ? proxy : -1;
    };
  }

  private long length(String name) {
    double value = entry.timings.of(name);
    return value >= 0 ? OwnFields.nanos(value) : -1;
  }
}
