package dev.lightfoot.analysis.finding;

/// One number or name that a finding's words speak of.
public sealed interface FactValue {

  /// How many.
  record Count(long count) implements FactValue {}

  /// How long, in nanoseconds.
  record Time(long nanos) implements FactValue {}

  /// How much.
  record Bytes(long bytes) implements FactValue {}

  /// How far at most.
  record Distance(long metres) implements FactValue {}

  /// Which part of a whole, 0 to 1.
  record Share(double share) implements FactValue {}

  /// What something is called in the records: a statement, a name, an address. May hold secrets.
  record Name(String text) implements FactValue {}

  /// A word of the reports' own, by its key.
  record Word(String key) implements FactValue {}
}
