package dev.lightfoot.app.cli.finding;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.app.cli.given.SnapshotInput;
import dev.lightfoot.app.cli.ingest.IngestProgress;
import dev.lightfoot.app.cli.ingest.LogReadings;
import dev.lightfoot.app.cli.option.DataFolderChoice;
import dev.lightfoot.app.cli.option.GivenArguments;
import dev.lightfoot.app.cli.option.ReadingOptions;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.GivenPaths;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.finding.EvidencePlaces;
import dev.lightfoot.report.finding.FindingWords;
import dev.lightfoot.report.finding.Whence;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.words.Numbers;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// What findings are wanted of: one snapshot, or logs and traces.
final class FindingsSubject {
  private static final String STANDARD_INPUT = "-";

  private Console console;
  private final DataFolderChoice dataFolder;
  private final Cancellation cancellation;

  FindingsSubject(Console console, DataFolderChoice dataFolder, Cancellation cancellation) {
    this.console = console;
    this.dataFolder = dataFolder;
    this.cancellation = cancellation;
  }

  /// What the rules say.
  ///
  /// @param words how names are shown, secrets left out
  /// @param status exit status of the reading
  /// @param whence what was judged
  record Examined(
      Findings findings, EvidencePlaces places, FindingWords words, int status, Whence whence) {}

  /// What the rules say of a snapshot.
  Examined examined(Snapshot snapshot) {
    Findings findings = Examination.of(snapshot);
    return new Examined(
        findings,
        EvidencePlaces.of(findings, snapshot),
        FindingWords.redacted(snapshot),
        ExitStatus.DONE,
        Whence.ofSnapshot(snapshot.id()));
  }

  /// What the rules say of logs and traces.
  Examined examined(List<String> given, ReadingOptions reading) throws Refusal {
    IntakeSettings settings = reading.settings();
    List<Source> sources = reading.sources(given, dataFolder, console);
    ServedSpans spans = new ServedSpans();
    if (reading.received()) {
      spans.lookedAt(TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    }
    LogReadings readings = new LogReadings(console, new Intake());
    List<FileReading> files =
        readings.read(sources, settings, new IngestProgress(console, cancellation, spans::add));
    if (spans.leftOut() > 0) {
      console.warn(
          "The rules looked at "
              + Numbers.plain(Numbers.count(spans.size()))
              + " operations of whole traces; "
              + Numbers.plain(Numbers.count(spans.leftOut()))
              + " more were too many.");
    }
    Findings findings = Examination.of(spans);
    return new Examined(
        findings,
        EvidencePlaces.of(findings, spans),
        FindingWords.redacted(),
        readings.status(files, given, false, Redactor::redact),
        Whence.ofFiles(given.stream().filter(each -> !each.equals(STANDARD_INPUT)).toList()));
  }

  /// The snapshot that is meant, where one is: a file, standard input or a saved one.
  ///
  /// @throws Refusal where it is none, or several are
  Optional<Snapshot> snapshot(List<String> given, boolean received) throws Refusal {
    List<Snapshot> found = new ArrayList<>();
    for (String each : given) {
      found.addAll(snapshots(each));
    }
    if (found.size() > 1) {
      throw new Refusal("Give one snapshot at a time; of a file with several pages, one of them.");
    }
    if (!found.isEmpty() && (given.size() > 1 || received)) {
      throw new Refusal("Give a snapshot, or logs and traces, and not both.");
    }
    return found.stream().findFirst();
  }

  private List<Snapshot> snapshots(String given) throws Refusal {
    if (given.equals(STANDARD_INPUT)) {
      return standardInput();
    }
    List<Path> files = GivenArguments.of(List.of(given)).files();
    if (!files.isEmpty()) {
      GivenPaths sorted = GivenPaths.of(files);
      List<Snapshot> found = new ArrayList<>();
      SnapshotInput input = new SnapshotInput(console, cancellation);
      for (Path each : sorted.snapshots()) {
        Optional<Snapshot> again = new FoundAgain(console, dataFolder).snapshot(each);
        found.addAll(again.isPresent() ? List.of(again.get()) : input.read(each.toString()));
      }
      for (Path each : sorted.pageLoads()) {
        found.addAll(input.read(each.toString()));
      }
      return found;
    }
    if (given.contains("://")) {
      throw new Refusal(
          given
              + " is an address. Measure it first: lightfoot probe URL --save NAME, then lightfoot"
              + " findings NAME.");
    }
    return List.of(new GivenSnapshot(console, dataFolder, cancellation).require(given));
  }

  /// What standard input holds where that is a snapshot; it is not read where it is anything else.
  private List<Snapshot> standardInput() throws Refusal {
    try {
      BufferedInputStream in = new BufferedInputStream(console.in(), GivenPaths.SAMPLE);
      in.mark(GivenPaths.SAMPLE);
      byte[] beginning = in.readNBytes(GivenPaths.SAMPLE);
      in.reset();
      console = new Console(console.out(), console.err(), in, console.interactive());
      return GivenPaths.isSnapshot(beginning)
          ? new SnapshotInput(console, cancellation).read(STANDARD_INPUT)
          : List.of();
    } catch (IOException e) {
      throw new Refusal("Standard input cannot be read: " + e.getMessage(), e);
    }
  }
}
