package dev.lightfoot.app.export;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.codec.har.write.HarWriter;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.LightfootVersion;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.csv.SnapshotCsv;
import dev.lightfoot.report.finding.EvidencePlaces;
import dev.lightfoot.report.finding.FindingWords;
import dev.lightfoot.report.finding.FindingsText;
import dev.lightfoot.report.redact.Redacted;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.report.redact.Removal;
import dev.lightfoot.report.text.Block;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One snapshot on its way out: without its secrets, or with them where the person wants that.
///
/// @param snapshot as it leaves
/// @param secrets what was taken out, or is still in it
/// @param unredacted whether it is still in it
/// @param whole as it was measured: without the values of statements some rules could not look
public record Export(Snapshot snapshot, List<Removal> secrets, boolean unredacted, Snapshot whole) {
  public Export {
    secrets = List.copyOf(secrets);
  }

  /// Of that snapshot.
  public static Export of(Snapshot snapshot, boolean unredacted) {
    Redacted redacted = Redactor.redact(snapshot);
    return new Export(
        unredacted ? snapshot : redacted.snapshot(), redacted.removed(), unredacted, snapshot);
  }

  /// The report of it.
  public Report report() {
    Report report = Report.of(snapshot).followedBy(findings());
    return unredacted ? report.holding(secrets) : report.without(secrets);
  }

  /// What the rules say, all of it: whoever is sent the report has not acknowledged anything.
  private List<Block> findings() {
    Findings found = Examination.of(whole);
    FindingWords words = unredacted ? FindingWords.unredacted() : FindingWords.redacted(whole);
    return FindingsText.section(
        Sifted.of(found, List.of(), LocalDate.EPOCH), words, EvidencePlaces.of(found, whole));
  }

  private String json() {
    return new String(SnapshotCodec.encode(snapshot), StandardCharsets.UTF_8);
  }

  /// It in that format.
  ///
  /// @param chart which one of its charts, of a picture; empty for the first
  /// @throws IOException a sentence for people, where it has no such chart
  public byte[] bytes(ExportFormat format, Optional<String> chart) throws IOException {
    return switch (format) {
      case HTML, MARKDOWN, JSON, SVG, PNG ->
          ReportFile.bytes(format, Told.of(report(), json()), chart);
      case CSV -> SnapshotCsv.of(snapshot).getBytes(StandardCharsets.UTF_8);
      case HAR -> {
        ByteArrayOutputStream har = new ByteArrayOutputStream();
        HarWriter.write(snapshot, LightfootVersion.current(), har);
        yield har.toByteArray();
      }
    };
  }
}
