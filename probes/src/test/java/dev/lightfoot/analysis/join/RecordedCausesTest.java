package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.join.statement.SpanRoles;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Pages of known causes as the lab's servers logged them (`probes/lab/causes.sh`, two runs of each
/// on a busy machine): what is easily counted wrongly, counted right or said to be unknown.
final class RecordedCausesTest {
  private static final List<String> LOGS =
      List.of("nginx-access.jsonl", "gunicorn-access.log", "django.jsonl", "pg.json");

  @Test
  void whatAStreamQueriesAfterItsHeadIsNotOfTheWait() throws IOException {
    Joined joined = joined("latestream");
    assertThat(joined.runs())
        .allSatisfy(
            run -> {
              assertThat(database(run, joined).trips()).isEqualTo(6);
              assertThat(database(run, joined).laterTrips()).isEqualTo(5);
            });
  }

  /// gunicorn logs nothing of it: one run alone leaves 90 ms open between nginx's clock and
  /// Django's, the other one 4.
  @Test
  void whatWasQueriedBeforeAnExceptionAfterTheHeadersIsNotOfTheWait() throws IOException {
    Joined joined = joined("broken");
    assertThat(joined.runs())
        .allSatisfy(
            run -> {
              assertThat(database(run, joined).trips()).isEqualTo(6);
              assertThat(database(run, joined).laterTrips()).isEqualTo(5);
            });
  }

  @Test
  void aPipelineOverAConnectionThatNobodyRecordedMakesTheTripsAtLeastThoseShown()
      throws IOException {
    Joined joined = joined("pipeline");
    assertThat(joined.runs())
        .allSatisfy(
            run -> {
              assertThat(database(run, joined).trips()).isEqualTo(1);
              assertThat(database(run, joined).atLeast()).isTrue();
            });
    assertThat(joined.remarks()).filteredOn(JoinRemark.OtherSessions.class::isInstance).hasSize(2);
  }

  @Test
  void whatTwoViewsAskedIsAllCountedEachWithItsOwn() throws IOException {
    Joined joined = joined("retried");
    assertThat(joined.runs())
        .allSatisfy(
            run -> {
              assertThat(database(run, joined).trips()).isEqualTo(6);
              assertThat(calls(run)).containsExactlyInAnyOrder(1L, 5L);
            });
  }

  /// In the first run another process was asked for leave; in the second one the same, and when
  /// nobody says.
  @Test
  void whatWasAskedBeforeLeaveWasGivenIsToldByTheProcessOrNotAtAll() throws IOException {
    Joined joined = joined("guarded");
    Run told = joined.runs().getFirst();
    assertThat(calls(told)).containsExactlyInAnyOrder(1L, 5L);
    // leave was asked for first: all six were waited for, one after the other
    assertThat(RunBill.of(told, joined.runs()).lines())
        .filteredOn(line -> line.layer() == Layer.DATABASE)
        .extracting(line -> line.critical().trips())
        .containsExactly(6);
    assertThat(calls(joined.runs().getLast())).isEmpty();
    assertThat(joined.remarks())
        .contains(new JoinRemark.AmbiguousServer("gunicorn", 2, 6, 2, "/causes/guarded/"));
  }

  /// How many calls lie below each view.
  private static List<Long> calls(Run run) {
    return List.copyOf(
        run.spans().stream()
            .filter(RecordedCausesTest::isCall)
            .collect(Collectors.groupingBy(Span::parentSpanId, Collectors.counting()))
            .values());
  }

  /// The inner request is served by another thread of the same process or by another process.
  @Test
  void whatARequestWithoutTraceDidInsideIsNotTakenForTheViewsOwn() throws IOException {
    Joined joined = joined("outgoingbare");
    for (Run run : joined.runs()) {
      long called = run.spans().stream().filter(RecordedCausesTest::isCall).count();
      assertThat(called).isLessThanOrEqualTo(1);
      assertThat(run.spans().stream().filter(SpanRoles::isUpstream)).hasSize(1);
    }
  }

  private static boolean isCall(Span span) {
    return span.layer() == Layer.DATABASE && span.kind() == SpanKind.CLIENT;
  }

  /// 40 ms of statements do not lie within 13 ms of a view, whatever its clock says.
  @Test
  void workThatGoesOnAfterTheResponseIsNotTakenForTheViews() throws IOException {
    Joined joined = joined("afterwards");
    assertThat(joined.runs())
        .allSatisfy(run -> assertThat(run.spans()).noneMatch(RecordedCausesTest::isCall));
    assertThat(joined.remarks()).isNotEmpty();
  }

  private static LayerTotal database(Run run, Joined joined) {
    return StackBuilder.build(run, joined.runs()).layers().stream()
        .filter(total -> total.layer() == Layer.DATABASE)
        .findFirst()
        .orElseThrow();
  }

  private static Joined joined(String page) throws IOException {
    List<Span> spans = new ArrayList<>();
    for (String log : LOGS) {
      byte[] lines = resource(page, log);
      if (lines.length > 0) {
        spans.addAll(read(log, lines));
      }
    }
    return Join.of(SnapshotCodec.decode(resource(page, "snapshot.json")).runs(), spans);
  }

  private static List<Span> read(String log, byte[] lines) {
    List<Span> spans = new ArrayList<>();
    Source source = new Source.Stream(log, new ByteArrayInputStream(lines));
    for (FileReading each :
        new Intake().read(List.of(source), IntakeSettings.NONE, (IntakeListener) spans::add)) {
      assertThat(each.failure()).isEmpty();
    }
    return spans;
  }

  private static byte[] resource(String page, String name) throws IOException {
    try (InputStream in =
        RecordedCausesTest.class.getResourceAsStream("causes/" + page + "/" + name)) {
      if (in == null) {
        throw new IOException("no such recording: " + page + "/" + name);
      }
      return in.readAllBytes();
    }
  }
}
