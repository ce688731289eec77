package dev.lightfoot.analysis.pricing;

import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.ResourceType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// How long it takes to judge ten loads of a page of 100 requests and to price what is found, in
/// milliseconds of the processor; run by hand.
final class PricingSpeed {
  private static final int LOADS = 10;
  private static final int RESOURCES = 99;
  private static final int ROUNDS = 30;
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private PricingSpeed() {}

  public static void main(String[] arguments) {
    Run[] runs = new Run[LOADS];
    for (int i = 0; i < LOADS; i++) {
      runs[i] = load(i);
    }
    Snapshot snapshot = Samples.snapshot("https://shop.test/", runs);
    List<Long> millis = new ArrayList<>();
    Findings findings = Findings.NONE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = CPU.getCurrentThreadCpuTime();
      findings = Examination.of(snapshot);
      millis.add((CPU.getCurrentThreadCpuTime() - start) / 1_000_000);
    }
    System.out.println(
        findings.list().size() + " found, " + replayed(findings) + " replayed: " + millis);
  }

  private static long replayed(Findings findings) {
    return findings.list().stream()
        .map(Finding::saving)
        .filter(saving -> saving.map(Saving::from).filter(Saving.From.REPLAY::equals).isPresent())
        .count();
  }

  private static Run load(int number) {
    MadePage page = new MadePage();
    page.document(100).answered(200, 60_000, "content-type", "text/html");
    for (int i = 0; i < RESOURCES; i++) {
      boolean byStyle = i % 5 == 0;
      page.askFor("https://h" + i % 9 + ".test/a" + i + ".css", 110 + i)
          .of(i % 3 == 0 ? ResourceType.STYLESHEET : ResourceType.IMAGE)
          .by(byStyle ? Initiator.Type.CSS : Initiator.Type.PARSER, byStyle ? i / 2 : 0)
          .on(i % 30, i > 30, "http/1.1", 20)
          .took(Phase.BLOCKED, 3, 0)
          .took(Phase.TCP, 20, 1)
          .took(Phase.WAIT, 30 + number, 1)
          .took(Phase.RECEIVE, 20, 0)
          .answered(200, 30_000, "content-type", "text/css", "cache-control", "no-cache");
    }
    return page.loaded(400).run();
  }
}
