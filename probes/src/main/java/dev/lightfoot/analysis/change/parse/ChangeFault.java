package dev.lightfoot.analysis.change.parse;

import java.util.List;

/// Why a change is not made.
public sealed interface ChangeFault {
  /// Nobody knows that word.
  ///
  /// @param given as it was asked for
  /// @param nearest known words, the nearest first
  record UnknownWord(String given, List<String> nearest) implements ChangeFault {}

  /// The word is known, and what follows it is not understood.
  ///
  /// @param given as it was asked for
  /// @param form what would be understood
  record WrongValue(String given, String form) implements ChangeFault {}

  /// The snapshot holds nothing of it.
  ///
  /// @param given as it was asked for
  /// @param nearest what it holds of that kind, the nearest first; empty where nothing
  record NoTarget(String given, List<String> nearest) implements ChangeFault {}

  /// Two of the changes exclude each other.
  record Exclusive(String one, String other) implements ChangeFault {}

  /// It cannot be predicted.
  record Unpredictable(String given, Kind kind) implements ChangeFault {}

  /// The replay of the unchanged runs misses what was observed.
  ///
  /// @param misfit share of the time
  record NotReplayable(double misfit) implements ChangeFault {}

  /// No run came to its end.
  record NoRuns() implements ChangeFault {}

  /// What cannot be predicted, each for a reason of its own.
  enum Kind {
    /// What scripts do by their own timers, and what they would ask for.
    SCRIPTS,
    /// How often a cache would have it.
    HIT_RATIO,
    /// More users, saturation, more workers.
    LOAD,
    /// Loss on other networks.
    LOSS,
    /// Another region's DNS, edge caches and peering.
    REGION,
    /// How a database runs a statement with another plan.
    PLAN,
    /// Server push.
    PUSH,
    /// How long code runs.
    CPU
  }

  /// The change is not made.
  final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final transient ChangeFault fault;

    public Refused(ChangeFault fault) {
      super(fault.toString());
      this.fault = fault;
    }

    public ChangeFault fault() {
      return fault;
    }
  }
}
