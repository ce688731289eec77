package dev.lightfoot.report;

import dev.lightfoot.analysis.bill.Amount;
import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.ledger.FirstByteFit;
import dev.lightfoot.analysis.statistics.StraightLine;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.words.PeerNames;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The round-trip bills of snapshots as JSON, format `lightfoot/ledger`; described by
/// `ledger-v1.schema.json` beside this class. What is not known is absent.
public final class LedgerJson {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text);

  private LedgerJson() {}

  /// The document; give it redacted snapshots.
  ///
  /// @param run index of the run that is billed, of one snapshot; empty for the one that stands for
  ///   all
  public static String of(List<Snapshot> snapshots, OptionalInt run) {
    LedgerJson writer = new LedgerJson();
    writer.document(snapshots, run);
    return writer.text.toString();
  }

  private void document(List<Snapshot> snapshots, OptionalInt run) {
    json.writeStartObject();
    json.writeStringProperty("format", "lightfoot/ledger");
    json.writeNumberProperty("version", 1);
    json.writeArrayPropertyStart("ledgers");
    snapshots.forEach(each -> ledger(each, run.isPresent() ? run : LedgerReport.billed(each)));
    json.writeEndArray();
    fit(FirstByteFit.of(snapshots));
    json.writeEndObject();
    json.close();
  }

  private void ledger(Snapshot snapshot, OptionalInt run) {
    json.writeStartObject();
    json.writeStringProperty("snapshot", snapshot.id());
    snapshot.name().ifPresent(name -> json.writeStringProperty("name", name));
    json.writeStringProperty("target", snapshot.target());
    if (run.isPresent()) {
      bill(snapshot.runs().get(run.getAsInt()), snapshot.runs(), run.getAsInt());
    }
    json.writeEndObject();
  }

  private void bill(Run run, List<Run> runs, int index) {
    RunBill bill = RunBill.of(run, runs);
    json.writeStringProperty("of", run.page().isPresent() ? "page" : "probe");
    json.writeNumberProperty("run", index);
    json.writeStringProperty("state", run.state().label());
    json.writeNumberProperty("wallNanos", bill.critical().totalNanos());
    json.writeNumberProperty("besideNanos", bill.besideNanos());
    amount("all", bill.all());
    amount("critical", bill.critical());
    json.writeArrayPropertyStart("lines");
    bill.lines().forEach(this::line);
    json.writeEndArray();
  }

  private void line(BillLine line) {
    json.writeStartObject();
    json.writeStringProperty("layer", line.layer().label());
    json.writeStringProperty("peer", PeerNames.of(line.peer()));
    line.rttNanos().ifPresent(rtt -> json.writeNumberProperty("rttNanos", rtt));
    json.writeStringProperty("evidence", line.evidence().label());
    amount("all", line.all());
    amount("critical", line.critical());
    json.writeEndObject();
  }

  private void amount(String name, Amount amount) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("trips", amount.trips());
    json.writeBooleanProperty("atLeast", amount.atLeast());
    json.writeNumberProperty("distanceNanos", amount.distanceNanos());
    json.writeNumberProperty("workNanos", amount.workNanos());
    json.writeNumberProperty("transferNanos", amount.transferNanos());
    json.writeNumberProperty("queueNanos", amount.queueNanos());
    json.writeNumberProperty("unexplainedNanos", amount.unexplainedNanos());
    json.writeNumberProperty("totalNanos", amount.totalNanos());
    json.writeEndObject();
  }

  private void fit(FirstByteFit fit) {
    json.writeObjectPropertyStart("fit");
    fit.state().map(RunState::label).ifPresent(state -> json.writeStringProperty("state", state));
    json.writeArrayPropertyStart("points");
    fit.points().forEach(this::point);
    json.writeEndArray();
    fit.line().ifPresent(this::straight);
    fit.refusal()
        .ifPresent(
            why ->
                json.writeStringProperty(
                    "refused", why.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    json.writeEndObject();
  }

  private void point(FirstByteFit.Point point) {
    json.writeStartObject();
    json.writeNumberProperty("ledger", point.snapshot());
    json.writeStringProperty("peer", point.peer());
    json.writeNumberProperty("rttNanos", point.rttNanos());
    json.writeNumberProperty("firstByteNanos", point.firstByteNanos());
    json.writeNumberProperty("runs", point.runs());
    json.writeEndObject();
  }

  private void straight(StraightLine line) {
    json.writeNumberProperty("trips", line.slope());
    json.writeNumberProperty("tripsLow", line.slope() - line.slopeHalf());
    json.writeNumberProperty("tripsHigh", line.slope() + line.slopeHalf());
    json.writeNumberProperty("restNanos", Math.round(line.intercept()));
    json.writeNumberProperty("restLowNanos", Math.round(line.intercept() - line.interceptHalf()));
    json.writeNumberProperty("restHighNanos", Math.round(line.intercept() + line.interceptHalf()));
    json.writeNumberProperty("correlation", line.correlation());
  }
}
