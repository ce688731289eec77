package dev.lightfoot.report.html;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.compare.CompareJson;
import dev.lightfoot.report.compare.CompareText;
import dev.lightfoot.report.redact.Redacted;
import dev.lightfoot.report.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/// Reports as files have them.
final class Reports {
  private Reports() {}

  /// Of a snapshot, without its secrets.
  static String of(Snapshot snapshot) {
    Redacted clean = Redactor.redact(snapshot);
    return HtmlReport.of(
        Report.of(clean.snapshot()).without(clean.removed()),
        EmbeddedJson.element(SnapshotCodec.encode(clean.snapshot())).orElseThrow());
  }

  /// Of twelve runs a side, of which the second ones are slower.
  static String ofComparison(Snapshot a, Snapshot b) {
    Comparison comparison = Comparison.of(a, b);
    byte[] json = CompareJson.of(comparison).getBytes(StandardCharsets.UTF_8);
    return HtmlReport.of(
        CompareText.report(comparison, a, b), EmbeddedJson.element(json).orElseThrow());
  }

  /// Twelve cold runs, slower by so much.
  static Snapshot runs(long micros) {
    List<Run> runs =
        LongStream.range(0, 12).mapToObj(i -> Samples.cold(micros + i * i * 37 % 900)).toList();
    return Samples.snapshot(Samples.TARGET, runs.toArray(Run[]::new));
  }
}
