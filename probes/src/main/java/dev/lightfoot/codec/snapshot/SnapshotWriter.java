package dev.lightfoot.codec.snapshot;

import dev.lightfoot.model.Alignment;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import java.time.format.DateTimeFormatter;

/// Writes the outer members: the snapshot, its environment, its runs and what servers logged.
final class SnapshotWriter {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final JsonSink out;

  SnapshotWriter(JsonSink out) {
    this.out = out;
  }

  /// The JSON of the snapshot without its checksum.
  static byte[] write(Snapshot snapshot) {
    JsonSink out = new JsonSink(snapshot.unknown());
    out.root(() -> new SnapshotWriter(out).snapshot(snapshot));
    return out.toBytes();
  }

  private void snapshot(Snapshot snapshot) {
    out.text("format", SnapshotCodec.FORMAT);
    out.number("version", SnapshotCodec.VERSION);
    out.text("id", snapshot.id());
    out.text("name", snapshot.name());
    out.text("target", snapshot.target());
    out.text("takenAt", TIME.format(snapshot.takenAt()));
    out.object("environment", () -> environment(snapshot.environment()));
    out.objects("runs", snapshot.runs(), this::run);
    if (!snapshot.hosts().isEmpty()) {
      out.objects("hosts", snapshot.hosts(), new DnsWriter(out)::host);
    }
  }

  private void environment(Environment environment) {
    out.text("lightfoot", environment.lightfoot());
    out.text("os", environment.os());
    out.text("java", environment.java());
    out.text("resolver", environment.resolver());
    out.textIfAny("proxy", environment.proxy());
    out.text("place", environment.place());
    out.texts("warnings", environment.warnings());
  }

  private void run(Run run) {
    out.text("state", run.state().label());
    out.text("startedAt", TIME.format(run.startedAt()));
    out.object("error", run.error(), this::error);
    out.flag("interrupted", run.interrupted());
    out.objects("exchanges", run.exchanges(), new ExchangeWriter(out)::write);
    out.objects("spans", run.spans(), new SpanWriter(out)::write);
    out.objects("alignments", run.alignments(), this::alignment);
  }

  void error(RunError error) {
    out.text("phase", error.phase().map(Phase::label));
    out.text("errorType", error.errorType());
    out.text("code", error.code());
    out.text("message", error.message());
  }

  private void alignment(Alignment alignment) {
    out.text("clock", alignment.clock());
    out.number("lowNanos", alignment.lowNanos());
    out.number("highNanos", alignment.highNanos());
    if (alignment.requests() != 0) {
      out.number("requests", alignment.requests());
    }
  }
}
