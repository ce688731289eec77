package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.analysis.summary.StateSummary;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Several versions of HTTP side by side: phases as rows, versions as columns, medians, and the
/// round trips that were counted in the run nearest the median.
public final class VersionsReport {
  private final TextPage page = new TextPage();
  private final Map<RunState, List<Column>> columns = new EnumMap<>(RunState.class);

  private record Column(String name, StateSummary state, RedirectChain nearest) {}

  private VersionsReport() {}

  /// The snapshots as one table; give it redacted ones.
  ///
  /// @param asked how each version was asked for, for those that failed
  public static String of(List<Snapshot> snapshots, List<String> asked) {
    VersionsReport report = new VersionsReport();
    report.page.paragraph(snapshots.getFirst().target());
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      report.add(snapshots.get(i), asked.get(i), failures);
    }
    report.columns.forEach(
        (state, columns) ->
            report.page.table(say("text.versions", PhaseNames.of(state)), table(columns)));
    if (!failures.isEmpty()) {
      report.page.title(say("text.versions.failed"));
      failures.forEach(failure -> report.page.item("!", failure));
    }
    return report.page.text();
  }

  private void add(Snapshot snapshot, String asked, List<String> failures) {
    for (StateSummary state : Summary.of(snapshot.runs()).states()) {
      RedirectChain nearest = RedirectChain.of(snapshot.runs().get(state.nearest()));
      Column column = new Column(protocols(nearest).orElse(asked), state, nearest);
      columns.computeIfAbsent(state.state(), _ -> new ArrayList<>()).add(column);
    }
    Set<String> seen = new LinkedHashSet<>();
    for (Run run : snapshot.runs()) {
      run.error().map(VersionsReport::failure).ifPresent(seen::add);
    }
    seen.forEach(failure -> failures.add("HTTP " + asked + ": " + failure));
  }

  /// What was really spoken, over all hops.
  private static Optional<String> protocols(RedirectChain chain) {
    Set<String> names = new LinkedHashSet<>();
    chain.hops().forEach(hop -> hop.protocol().map(PhaseNames::protocol).ifPresent(names::add));
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
  }

  private static String failure(RunError error) {
    return error.message() + " [" + error.code() + "]";
  }

  private static TextTable table(List<Column> columns) {
    TextTable table = new TextTable("l" + "r".repeat(columns.size()));
    List<String> head = new ArrayList<>(List.of(say("column.phase")));
    columns.forEach(column -> head.add(column.name));
    table.row(head);
    List<String> counts = new ArrayList<>(List.of(say("column.runs")));
    columns.forEach(column -> counts.add(Numbers.count(column.state.total().count())));
    table.row(counts);
    for (Phase phase : Phase.values()) {
      if (columns.stream().anyMatch(column -> column.state.phases().containsKey(phase))) {
        List<String> row = new ArrayList<>(List.of(PhaseNames.of(phase)));
        columns.forEach(column -> row.add(cell(column, phase)));
        table.row(row);
      }
    }
    List<String> total = new ArrayList<>(List.of(say("column.total")));
    columns.forEach(column -> total.add(cell(column.state.total(), column.nearest.totalTrips())));
    return table.row(total);
  }

  private static String cell(Column column, Phase phase) {
    Spread spread = column.state.phases().get(phase);
    if (spread == null) {
      return Numbers.NOT_APPLICABLE;
    }
    return cell(spread, column.nearest.trips(phase).orElse(0));
  }

  private static String cell(Spread spread, int trips) {
    return Numbers.millis(spread.medianNanos()) + " (" + trips + ")";
  }
}
