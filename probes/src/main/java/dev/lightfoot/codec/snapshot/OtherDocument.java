package dev.lightfoot.codec.snapshot;

import java.util.Arrays;
import java.util.Optional;

/// Documents that Lightfoot writes beside snapshots. Each says what came out of something; none
/// holds the runs, so that none can be opened as a measurement.
public enum OtherDocument {
  COMPARISON("comparison", "a comparison", "give the two snapshots that it compares"),
  FINDINGS("findings", "a list of findings", "give what it was made of"),
  CHECK("check", "the outcome of a check", "give the snapshot that was checked"),
  PREDICTION("prediction", "a prediction", "give the snapshot that it is for"),
  LEDGER("ledger", "a bill of round trips", "give the snapshot that it is of"),
  INGEST("ingest", "an overview of logs", "give the logs that it is of"),
  BUDGET("budget", "a budget", "lightfoot check --budget takes it"),
  ACKNOWLEDGEMENTS("acknowledgements", "a list of known findings", "give what was measured"),
  RECEIVE("receive", "an account of what was received", "give what was measured"),
  RESOLVE("resolve", "a comparison of resolvers", "give what was measured"),
  SCENARIO("scenario", "a scenario", "give what was measured");

  private static final String PREFIX = "lightfoot/";

  private final String label;
  private final String name;
  private final String instead;

  OtherDocument(String label, String name, String instead) {
    this.label = label;
    this.name = name;
    this.instead = instead;
  }

  /// The one whose member `format` says so; empty for a snapshot's and for those of others.
  public static Optional<OtherDocument> of(String format) {
    return Arrays.stream(values()).filter(each -> format.equals(PREFIX + each.label)).findFirst();
  }

  /// Why it cannot be opened, and what to give instead.
  String sentence() {
    return "It is "
        + name
        + " that Lightfoot wrote ("
        + PREFIX
        + label
        + "), not a measurement: it has no runs; "
        + instead
        + ".";
  }
}
