package dev.lightfoot.app.cli.option;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.StackReport;
import dev.lightfoot.report.TextReport;
import dev.lightfoot.report.VersionsReport;
import dev.lightfoot.report.finding.FindingWords;
import dev.lightfoot.report.finding.FindingsSummary;
import dev.lightfoot.report.page.PageText;
import dev.lightfoot.report.redact.Redacted;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.redact.Removal;
import dev.lightfoot.report.words.RemarkText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/// Prints snapshots: as text for people or as JSON for machines, without secrets unless the person
/// wants them.
///
/// @param json as JSON
/// @param unredacted secrets are printed too
/// @param several the JSON is an array, of however few: whoever asks for several reads an array
///   even when it was interrupted during the first
/// @param acknowledged findings that are lived with
public record Output(
    Console console,
    boolean json,
    boolean unredacted,
    boolean several,
    List<Acknowledgement> acknowledged) {
  public Output {
    acknowledged = List.copyOf(acknowledged);
  }

  public Output(Console console, boolean json, boolean unredacted, boolean several) {
    this(console, json, unredacted, several, List.of());
  }

  /// The same, which tells findings apart that the data folder's owner lives with.
  public Output of(DataFolderChoice dataFolder) {
    // Only texts tell of findings.
    return json
        ? this
        : new Output(console, json, unredacted, several, dataFolder.acknowledged(console));
  }

  /// Snapshots, one after the other.
  ///
  /// @param planned how many runs each was meant to have; empty where that is not known
  public void print(List<Snapshot> snapshots, List<Integer> planned) {
    print(snapshots, planned, PageText.Shown.STANDARD);
  }

  /// Snapshots, one after the other.
  ///
  /// @param planned how many runs each was meant to have; empty where that is not known
  /// @param page what of pages
  public void print(List<Snapshot> snapshots, List<Integer> planned, PageText.Shown page) {
    print(
        snapshots,
        shown -> {
          for (int i = 0; i < shown.size(); i++) {
            OptionalInt runs =
                planned.isEmpty() ? OptionalInt.empty() : OptionalInt.of(planned.get(i));
            console.out().print((i == 0 ? "" : "\n") + TextReport.of(shown.get(i), runs, page));
            console.out().print(findings(snapshots.get(i)));
          }
        });
  }

  /// Snapshots of one target side by side.
  ///
  /// @param asked which version of HTTP each was asked for with
  public void compare(List<Snapshot> snapshots, List<String> asked) {
    print(snapshots, shown -> console.out().print(VersionsReport.of(shown, asked)));
  }

  /// One snapshot opened with its servers' logs.
  ///
  /// @param remarks of the join
  /// @param sources one line for each log
  public void stack(Snapshot snapshot, List<JoinRemark> remarks, List<String> sources) {
    if (json) {
      remarks.stream().map(RemarkText::of).forEach(console::warn);
      sources.forEach(console::tell);
    }
    print(
        List.of(snapshot),
        shown ->
            console
                .out()
                .print(StackReport.of(shown.getFirst(), remarks, sources) + findings(snapshot)));
  }

  /// What the rules say, in a few lines; nothing where no run came to its end and nothing was
  /// found.
  private String findings(Snapshot snapshot) {
    Sifted sifted =
        Sifted.of(Examination.of(snapshot), acknowledged, LocalDate.now(ZoneId.systemDefault()));
    if (sifted.all().list().isEmpty() && snapshot.runs().stream().noneMatch(Run::counts)) {
      return "";
    }
    FindingWords words = unredacted ? FindingWords.unredacted() : FindingWords.redacted(snapshot);
    return "\n" + FindingsSummary.of(sifted, words, snapshot.name());
  }

  private void print(List<Snapshot> snapshots, Consumer<List<Snapshot>> text) {
    Set<String> removed = new LinkedHashSet<>();
    List<Snapshot> shown = new ArrayList<>();
    for (Snapshot snapshot : snapshots) {
      shown.add(unredacted ? snapshot : redacted(snapshot, removed));
    }
    if (json) {
      printJson(shown);
    } else {
      text.accept(shown);
    }
    console.out().flush();
    if (!removed.isEmpty()) {
      console.warn(
          "Secrets are not shown: " + String.join(", ", removed) + ". --unredacted shows them.");
    }
  }

  /// The snapshot without secrets, and what was removed.
  public static Snapshot redacted(Snapshot snapshot, Set<String> removed) {
    Redacted redacted = Redactor.redact(snapshot);
    redacted.removed().stream().map(Removal::what).forEach(removed::add);
    return redacted.snapshot();
  }

  private void printJson(List<Snapshot> snapshots) {
    List<String> texts =
        snapshots.stream()
            .map(each -> new String(SnapshotCodec.encode(each), StandardCharsets.UTF_8).strip())
            .toList();
    console
        .out()
        .println(several ? "[" + String.join(",\n", texts) + "]" : String.join("\n", texts));
  }
}
