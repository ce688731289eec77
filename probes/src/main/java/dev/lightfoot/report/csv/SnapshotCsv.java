package dev.lightfoot.report.csv;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Marks;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// A snapshot as CSV: one row for each phase and each mark of each hop, of a page of each of its
/// requests, times in nanoseconds from the start of the run. Rows of kind `about` come first and
/// state number of runs, resolution and environment.
public final class SnapshotCsv {
  private static final List<String> HEAD =
      List.of(
          "run",
          "run_state",
          "counts",
          "hop",
          "url",
          "method",
          "status",
          "protocol",
          "kind",
          "name",
          "state",
          "start_ns",
          "duration_ns",
          "trips",
          "evidence",
          "error_type",
          "message");

  private final CsvRows csv = new CsvRows();

  private SnapshotCsv() {}

  /// The snapshot as CSV; give it a redacted one where it leaves this computer.
  public static String of(Snapshot snapshot) {
    SnapshotCsv report = new SnapshotCsv();
    report.csv.add(HEAD);
    report.about(snapshot);
    for (int i = 0; i < snapshot.runs().size(); i++) {
      report.run(i + 1, snapshot.runs().get(i));
    }
    return report.csv.text();
  }

  private void about(Snapshot snapshot) {
    var environment = snapshot.environment();
    aboutRow("target", snapshot.target());
    aboutRow("taken_at", snapshot.takenAt().toString());
    aboutRow("runs", Integer.toString(snapshot.runs().size()));
    if (environment.equals(Environment.UNKNOWN)) {
      aboutRow("resolution", "that of the file it was read from");
      return;
    }
    aboutRow("resolution", "1 ns clock; socket reads noticed within about 0.2 ms");
    aboutRow("lightfoot", environment.lightfoot());
    aboutRow("os", environment.os());
    aboutRow("java", environment.java());
    aboutRow("resolver", environment.resolver());
    environment.place().ifPresent(place -> aboutRow("place", place));
    environment.serverPlace().ifPresent(place -> aboutRow("server-place", place));
  }

  private void aboutRow(String name, String value) {
    List<String> cells = new ArrayList<>(List.of("", "", "", "", "", "", "", "", "about", name));
    cells.addAll(List.of("", "", "", "", "", "", value));
    csv.add(cells);
  }

  private void run(int number, Run run) {
    List<Exchange> hops = run.page().isPresent() ? run.exchanges() : RedirectChain.of(run).hops();
    for (int hop = 0; hop < hops.size(); hop++) {
      Exchange exchange = hops.get(hop);
      List<String> start =
          List.of(
              Integer.toString(number),
              run.state().label(),
              Boolean.toString(run.counts()),
              Integer.toString(hop),
              exchange.url(),
              exchange.method(),
              text(exchange.status()),
              exchange.protocol().orElse(""));
      for (Map.Entry<Phase, PhaseTiming> phase : exchange.phases().byPhase().entrySet()) {
        row(start, phase(phase.getKey(), phase.getValue()));
      }
      marks(start, exchange.marks());
    }
  }

  private static List<String> phase(Phase phase, PhaseTiming timing) {
    return switch (timing) {
      case PhaseTiming.Measured m ->
          List.of(
              "phase",
              phase.label(),
              "measured",
              Long.toString(m.startNanos()),
              Long.toString(m.durationNanos()),
              text(m.trips()),
              m.evidence().label(),
              "",
              "");
      case PhaseTiming.NotApplicable no ->
          List.of("phase", phase.label(), "not-applicable", "", "", "", "", "", no.reason());
      case PhaseTiming.Failed f ->
          List.of(
              "phase",
              phase.label(),
              "failed",
              Long.toString(f.startNanos()),
              Long.toString(f.durationNanos()),
              text(f.trips()),
              "measured",
              f.errorType(),
              f.message());
    };
  }

  private void marks(List<String> start, Marks marks) {
    mark(start, "first_byte", marks.firstByteNanos());
    mark(start, "final_first_byte", marks.finalFirstByteNanos());
    mark(start, "headers_complete", marks.headersCompleteNanos());
    mark(start, "body_first_byte", marks.bodyFirstByteNanos());
    mark(start, "last_byte", marks.lastByteNanos());
  }

  private void mark(List<String> start, String name, OptionalLong at) {
    if (at.isPresent()) {
      String nanos = Long.toString(at.getAsLong());
      row(start, List.of("mark", name, "measured", nanos, "", "", "measured", "", ""));
    }
  }

  private void row(List<String> start, List<String> rest) {
    List<String> cells = new ArrayList<>(start);
    cells.addAll(rest);
    csv.add(cells);
  }

  private static String text(OptionalInt value) {
    return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
  }
}
