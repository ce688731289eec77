package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.layout.page.PageWaterfall;
import dev.lightfoot.report.page.PageText;
import dev.lightfoot.report.text.Block;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A snapshot as text for a terminal of 100 columns: the answer, the phases, the ledger, then the
/// details; of a page its waterfall, the chain that it waits for, its requests and facts. Of a
/// failed probe everything that was measured until then.
public final class TextReport {
  private final Snapshot snapshot;
  private final PageText.Shown shown;
  private final Summary summary;
  private final TextPage page = new TextPage();
  private final List<Block> afterBill;

  private TextReport(Snapshot snapshot, PageText.Shown shown, List<Block> afterBill) {
    this.snapshot = snapshot;
    this.shown = shown;
    this.afterBill = afterBill;
    this.summary = Summary.of(snapshot.runs());
  }

  /// The snapshot as text; give it a redacted one.
  ///
  /// @param planned how many runs were meant to be made; empty where that is not known
  public static String of(Snapshot snapshot, OptionalInt planned) {
    return of(snapshot, planned, PageText.Shown.STANDARD);
  }

  /// The snapshot as text; give it a redacted one.
  ///
  /// @param planned how many runs were meant to be made; empty where that is not known
  /// @param shown what of a page
  public static String of(Snapshot snapshot, OptionalInt planned, PageText.Shown shown) {
    TextReport report = new TextReport(snapshot, shown, List.of());
    report.answer(Headlines.finished(snapshot, planned));
    report.details();
    return report.page.text();
  }

  /// Everything below the answer.
  ///
  /// @param afterBill what follows the bill of a probe
  static TextPage details(Snapshot snapshot, PageText.Shown shown, List<Block> afterBill) {
    TextReport report = new TextReport(snapshot, shown, afterBill);
    report.details();
    return report.page;
  }

  private void details() {
    summary.billed().ifPresent(this::billed);
    new DnsText(page).hosts(snapshot.hosts());
    failures();
    busy();
    environment();
  }

  private void answer(Headline headline) {
    page.paragraph(snapshot.target());
    page.gap();
    page.paragraph(headline.first());
    headline.second().ifPresent(page::paragraph);
    if (!headline.caption().isEmpty()) {
      page.paragraph(headline.caption());
    }
    headline.code().ifPresent(code -> page.paragraph(say("text.code", code)));
    if (!headline.remedies().isEmpty()) {
      page.title(say("text.remedies"));
      for (int i = 0; i < headline.remedies().size(); i++) {
        page.item((i + 1) + ".", headline.remedies().get(i));
      }
    }
  }

  private void billed(int billed) {
    Run run = snapshot.runs().get(billed);
    if (run.page().isPresent()) {
      PageText text = new PageText(page, shown);
      PageWaterfall waterfall = PageWaterfall.of(run, snapshot.runs());
      text.waterfall(billed, waterfall);
      BillText.write(page, RunBill.of(run, snapshot.runs()), billed + 1);
      text.details(run, snapshot.runs(), waterfall);
    } else {
      tables(billed, run);
    }
  }

  private void tables(int billed, Run run) {
    PhaseTables phases = new PhaseTables(summary);
    String number = Integer.toString(billed + 1);
    boolean median = summary.headline().filter(s -> s.total().count() > 1).isPresent();
    String total = Numbers.duration(RedirectChain.of(run).durationNanos());
    page.title(say(median ? "text.phases.median" : "text.phases.one", number, total));
    PhaseBar bar = PhaseBarBuilder.of(snapshot.runs()).across(Distances.of(snapshot)).build();
    page.figure(new Chart.Phases(bar));
    page.table(phases.billed(run, billed));
    bar.light().ifPresent(light -> page.paragraph(DistanceWords.sentence(light.last())));
    if (summary.states().size() > 1) {
      page.table(say("text.states"), phases.states());
    }
    RedirectChain chain = RedirectChain.of(run);
    if (chain.hops().size() > 1) {
      page.table(say("text.hops"), phases.hops(chain));
    }
    page.table(say("text.ledger", number), LedgerText.table(run, snapshot.runs()));
    BillText.beside(page, RunBill.of(run, snapshot.runs()), billed + 1);
    afterBill.forEach(page::add);
    for (int hop = 0; hop < chain.hops().size(); hop++) {
      Exchange exchange = chain.hops().get(hop);
      String suffix = chain.hops().size() > 1 ? say("text.hop", Integer.toString(hop + 1)) : "";
      new DetailText(page, exchange, suffix).write();
    }
  }

  private void failures() {
    Map<String, List<Integer>> numbers = new LinkedHashMap<>();
    for (int i = 0; i < snapshot.runs().size(); i++) {
      Run run = snapshot.runs().get(i);
      int number = i + 1;
      run.error()
          .map(TextReport::failure)
          .or(() -> run.interrupted() ? Optional.of(say("text.interrupted")) : Optional.empty())
          .or(() -> run.leftOut().map(why -> say("leftOut." + why.label())))
          .ifPresent(text -> numbers.computeIfAbsent(text, _ -> new ArrayList<>()).add(number));
    }
    if (!numbers.isEmpty() && !summary.states().isEmpty()) {
      page.title(say("text.leftOut"));
      numbers.forEach((text, runs) -> page.item(say("text.run", ranges(runs)), text));
    }
  }

  private void busy() {
    List<Run> runs = snapshot.runs();
    if (runs.stream().anyMatch(Run::isBusy)) {
      page.title(say("text.busy"));
    }
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).isBusy()) {
        page.item(say("text.run", Integer.toString(i + 1)), BusyWords.of(runs.get(i)));
      }
    }
  }

  private static String failure(RunError error) {
    return error.phase().map(phase -> PhaseNames.of(phase) + ": ").orElse("")
        + error.message()
        + " ["
        + error.code()
        + "]";
  }

  private static String ranges(List<Integer> numbers) {
    return String.join(", ", numbers.stream().map(String::valueOf).toList());
  }

  private void environment() {
    Environment environment = snapshot.environment();
    page.title(say("text.environment"));
    List<String> facts = new ArrayList<>();
    boolean ours = !environment.equals(Environment.UNKNOWN);
    if (ours) {
      facts.add("Lightfoot " + environment.lightfoot());
      facts.add(environment.os());
      facts.add("Java " + environment.java());
      facts.add(say("text.resolver", environment.resolver()));
    }
    environment.proxy().ifPresent(proxy -> facts.add(say("text.proxy", proxy)));
    environment.place().map(place -> say("text.place", place)).ifPresent(facts::add);
    environment.serverPlace().map(place -> say("text.serverPlace", place)).ifPresent(facts::add);
    facts.add(say("text.taken", snapshot.takenAt().toString()));
    facts.add(say("text.count", Numbers.count(snapshot.runs().size())));
    if (ours) {
      facts.add(say("text.resolution"));
      source().ifPresent(facts::add);
    }
    page.item("-", String.join(" · ", facts));
    environment.warnings().forEach(warning -> page.item("!", warning));
  }

  /// Who noted when things arrived, where any did.
  private Optional<String> source() {
    List<Exchange> answered =
        snapshot.runs().stream()
            .flatMap(run -> run.exchanges().stream())
            .filter(exchange -> exchange.marks().firstByteNanos().isPresent())
            .toList();
    boolean kernel = answered.stream().allMatch(each -> each.source().equals(Exchange.KERNEL));
    return answered.isEmpty()
        ? Optional.empty()
        : Optional.of(say(kernel ? "text.source.kernel" : "text.source.socket"));
  }
}
