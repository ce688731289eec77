package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;

/// Reads the snapshot of a file, whether it is one or a report of one.
public final class ReportedSnapshot {
  private ReportedSnapshot() {}

  /// The snapshot in a file from anywhere.
  public static Snapshot decode(byte[] bytes) throws SnapshotFormatException {
    return SnapshotCodec.decode(EmbeddedJson.isReport(bytes) ? within(bytes) : bytes);
  }

  private static byte[] within(byte[] report) throws SnapshotFormatException {
    try {
      return EmbeddedJson.within(report)
          .orElseThrow(
              () ->
                  new SnapshotFormatException(
                      Reason.INVALID,
                      "The report holds no data, because the measurement was too large for it."));
    } catch (IOException e) {
      throw new SnapshotFormatException(Reason.INVALID, String.valueOf(e.getMessage()));
    }
  }
}
