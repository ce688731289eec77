package dev.lightfoot.analysis.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PageFacts;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.span.Evidence;
import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RunBillTest {
  private static final long MILLI = 1_000_000;

  static RunBill bill(Run run) {
    RunBill bill = RunBill.of(run, List.of(run));
    addsUp(bill, run);
    return bill;
  }

  private static void addsUp(RunBill bill, Run run) {
    for (BillLine line : bill.lines()) {
      isWhole(line.all());
      isWhole(line.critical());
    }
    isWhole(bill.all());
    isWhole(bill.critical());
    assertThat(bill.critical().totalNanos()).isEqualTo(RunTime.nanos(run));
    if (run.page().isPresent()) {
      assertThat(bill.all().totalNanos())
          .isEqualTo(
              run.exchanges().stream().mapToLong(Exchange::durationNanos).sum()
                  + bill.besideNanos());
    }
  }

  private static void isWhole(Amount amount) {
    assertThat(
            amount.distanceNanos()
                + amount.workNanos()
                + amount.transferNanos()
                + amount.queueNanos()
                + amount.unexplainedNanos())
        .isEqualTo(amount.totalNanos());
    assertThat(
            List.of(
                (long) amount.trips(),
                amount.distanceNanos(),
                amount.workNanos(),
                amount.transferNanos(),
                amount.queueNanos(),
                amount.unexplainedNanos()))
        .allMatch(part -> part >= 0);
  }

  private static Amount critical(RunBill bill, Layer layer) {
    return bill.lines().stream()
        .filter(line -> line.layer() == layer)
        .map(BillLine::critical)
        .reduce(Amount.NONE, Amount::plus);
  }

  @Test
  void aProbeWaitsForAllThatItDoes() {
    RunBill bill = bill(Samples.cold(0));
    assertThat(bill.differs()).isFalse();
    assertThat(bill.critical().trips()).isEqualTo(4);
    assertThat(bill.lines().stream().map(BillLine::layer))
        .containsExactly(Layer.DNS, Layer.TCP, Layer.TLS, Layer.REQUEST, Layer.APP, Layer.RESPONSE);
    // a body comes from the server
    assertThat(bill.lines().getLast().peer()).isEqualTo(new Peer.Named(Samples.PEER));
  }

  @Test
  void aPageIsBilledTheTripsOfAllItsRequestsAndThoseOfItsPath() {
    Run run = PageSamples.run(0);
    RunBill bill = bill(run);
    Floors floors = Floors.of(List.of(run));
    PageCriticalPath path = PageCriticalPath.of(run, floors);
    PageFacts facts = PageFacts.of(run, path, floors);
    assertThat(bill.all().trips()).isEqualTo(facts.trips().trips().orElseThrow());
    assertThat(bill.all().atLeast()).isEqualTo(facts.trips().lowerBound());
    assertThat(bill.critical().trips()).isEqualTo(path.trips().orElseThrow());
    assertThat(bill.differs()).isTrue();
  }

  @Test
  void tripsThatNobodyCountedAreNotNone() {
    MadePage page = new MadePage();
    Exchange uncounted =
        page.document(100)
            .builder()
            .phase(
                Phase.WAIT,
                new PhaseTiming.Measured(0, 100 * MILLI, OptionalInt.empty(), Evidence.MEASURED))
            .build();
    RunBill probe = bill(Samples.run(RunState.COLD, Optional.empty(), uncounted));
    assertThat(probe.all().atLeast()).isTrue();
    assertThat(probe.critical().atLeast()).isTrue();
    RunBill loaded = bill(page.loaded(100).run());
    assertThat(loaded.all().atLeast()).isTrue();
    assertThat(loaded.critical().atLeast()).isTrue();
  }

  @Test
  void whatIsOfOnePeerAndLayerIsOneLine() {
    RunBill bill = bill(PageSamples.run(0));
    assertThat(bill.lines().stream().map(line -> List.of(line.layer(), line.peer())))
        .doesNotHaveDuplicates();
  }

  @Test
  void pausesOnThePathAreThisComputersWorkAndWhatFollowsItIsUnexplained() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 110)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.PRELOAD_SCANNER, 0)
        .until(160);
    page.ask("/small.png", 110).by(Initiator.Type.PRELOAD_SCANNER, 0).until(150);
    RunBill bill = bill(page.loaded(175).run());
    assertThat(line(bill, Peer.Known.BETWEEN))
        .isEqualTo(new Amount(0, false, 0, 10 * MILLI, 0, 0, 0, 10 * MILLI));
    assertThat(line(bill, Peer.Known.AFTER))
        .isEqualTo(new Amount(0, false, 0, 0, 0, 0, 15 * MILLI, 15 * MILLI));
    assertThat(bill.all().trips()).isEqualTo(3);
    assertThat(bill.critical().trips()).isEqualTo(2);
    assertThat(bill.all().totalNanos()).isEqualTo(190 * MILLI);
  }

  @Test
  void aPauseOfWhichNothingIsKnownIsUnexplained() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.css", 110).of(ResourceType.STYLESHEET).until(160);
    assertThat(line(bill(page.loaded(160).run()), Peer.Known.BETWEEN).unexplainedNanos())
        .isEqualTo(10 * MILLI);
  }

  @Test
  void ofADocumentThatNamesSomethingEarlyOnlyTheTimeUntilThenIsWaitedFor() {
    MadePage page = new MadePage();
    page.ask("/", 0)
        .of(ResourceType.DOCUMENT)
        .on(1, false, "h2")
        .took(Phase.TCP, 40, 1)
        .took(Phase.WAIT, 300, 1)
        .builder()
        .interim(List.of(new Interim(103, 85 * MILLI)));
    page.ask("/a.css", 90)
        .of(ResourceType.STYLESHEET)
        .by(Initiator.Type.EARLY_HINTS, 0)
        .on(1, true, "h2")
        .until(400);
    RunBill bill = bill(page.loaded(400).run());
    // the hint came back over the network: that is a round trip, the rest of the wait is not
    assertThat(bill.critical().trips()).isEqualTo(3);
    assertThat(bill.all().trips()).isEqualTo(3);
    assertThat(critical(bill, Layer.TCP).totalNanos()).isEqualTo(40 * MILLI);
    assertThat(bill.critical().totalNanos()).isEqualTo(400 * MILLI);
  }

  @Test
  void theSumsAreExactWhateverAPageIsLike() {
    Random random = new Random(21);
    for (int i = 0; i < 600; i++) {
      bill(RandomPages.page(random));
    }
  }

  @Test
  void tripsOfAnyPageAreThoseOfItsRequestsAndOfItsPath() {
    Random random = new Random(22);
    for (int i = 0; i < 300; i++) {
      Run run = RandomPages.page(random);
      RunBill bill = bill(run);
      Floors floors = Floors.of(List.of(run));
      PageCriticalPath path = PageCriticalPath.of(run, floors);
      PageFacts facts = PageFacts.of(run, path, floors);
      assertThat(bill.critical().trips()).isEqualTo(path.trips().orElse(0));
      assertThat(bill.all().trips()).isEqualTo(facts.trips().trips().orElse(0));
    }
  }

  private static Amount line(RunBill bill, Peer peer) {
    return bill.lines().stream()
        .filter(line -> line.peer().equals(peer))
        .map(BillLine::critical)
        .findFirst()
        .orElse(Amount.NONE);
  }
}
