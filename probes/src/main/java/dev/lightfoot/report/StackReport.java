package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.stack.JoinedExchange;
import dev.lightfoot.analysis.stack.PeerDistance;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackRemark;
import dev.lightfoot.analysis.summary.Summary;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.StackHeadline;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.PhaseBar;
import dev.lightfoot.report.layout.PhaseBarBuilder;
import dev.lightfoot.report.layout.StackLayout;
import dev.lightfoot.report.layout.WaitTenths;
import dev.lightfoot.report.text.Block;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.RemarkText;
import dev.lightfoot.report.words.RowNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The stack of a snapshot as text for a terminal of 100 columns: the answer, the client's wait
/// opened into what the servers recorded on one axis, the layers, the clocks, what contradicts
/// itself and what the logs were.
public final class StackReport {
  private final Snapshot snapshot;
  private final TextPage page = new TextPage();

  private StackReport(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// The snapshot as text; give it a redacted one.
  ///
  /// @param remarks of the join
  /// @param sources one line for each log: what was read from it
  public static String of(Snapshot snapshot, List<JoinRemark> remarks, List<String> sources) {
    StackReport report = new StackReport(snapshot);
    report.page.paragraph(snapshot.target());
    report.page.gap();
    int shown = opened(snapshot).orElse(-1);
    if (shown < 0) {
      report.page.paragraph(say("stack.nothing"));
    } else {
      report.write(shown, remarks);
      report.ledger(shown);
    }
    report.list(say("stack.sources"), sources);
    return report.page.text();
  }

  /// Everything but the ledger, of a probe that servers' records were joined to; nothing of
  /// another.
  static TextPage details(Snapshot snapshot) {
    StackReport report = new StackReport(snapshot);
    int shown = opened(snapshot).orElse(-1);
    if (shown >= 0 && isOpenedProbe(snapshot.runs().get(shown))) {
      report.page.title(say("stack.section"));
      report.write(shown, List.of());
    }
    return report.page;
  }

  private static boolean isOpenedProbe(Run run) {
    return run.page().isEmpty() && !run.spans().isEmpty();
  }

  private static OptionalInt opened(Snapshot snapshot) {
    return Summary.of(snapshot.runs()).opened(snapshot.runs());
  }

  /// How it was found and how much is explained, in one line.
  public static String caption(Stack stack, int run, Run shown) {
    Optional<JoinedExchange> joined =
        stack.exchanges().stream().filter(exchange -> exchange.by().isPresent()).findFirst();
    String found =
        joined
            .map(
                exchange ->
                    say(
                        "stack.joined",
                        exchange.by().map(RowNames::of).orElse("")
                            + exchange.key().map(key -> " " + shortened(key)).orElse("")))
            .orElse(say("stack.notJoined"));
    return say(
        "stack.caption",
        Numbers.count(run + 1L),
        say("state." + shown.state().label()),
        Numbers.duration(shown.durationNanos()),
        found,
        Numbers.percent(stack.explainedNanos(), stack.waitNanos()));
  }

  private static String shortened(String id) {
    return id.length() > 16 ? id.substring(0, 8) + "…" + id.substring(id.length() - 4) : id;
  }

  private void write(int shown, List<JoinRemark> remarks) {
    Run run = snapshot.runs().get(shown);
    Stack stack = StackBuilder.build(run, snapshot.runs());
    RunBill bill = RunBill.of(run, snapshot.runs());
    WaitTenths waited = WaitTenths.of(run, snapshot.runs());
    List<JoinRemark> own = remarks.stream().filter(it -> it.concerns(shown + 1)).toList();
    page.paragraph(new StackHeadline(stack, bill, waited).first(own));
    page.paragraph(caption(stack, shown, run));
    page.title(say("stack.title"));
    page.figure(figure(stack, shown));
    page.table(say("stack.layers"), StackTables.layers(stack));
    list(say("stack.peers"), PeerDistance.of(stack).stream().map(DistanceWords::sentence).toList());
    page.table(say("stack.clocks"), StackTables.clocks(stack));
    list(say("stack.contradictions"), sentences(stack.contradictions()));
    list(say("stack.remarks"), remarks.stream().map(RemarkText::of).toList());
    list(say("stack.notes"), sentences(stack.notes()));
  }

  private void ledger(int shown) {
    Run run = snapshot.runs().get(shown);
    page.table(
        say("text.ledger", Integer.toString(shown + 1)), LedgerText.table(run, snapshot.runs()));
    BillText.beside(page, RunBill.of(run, snapshot.runs()), shown + 1);
  }

  private Block.Figure figure(Stack stack, int shown) {
    PhaseBar client =
        PhaseBarBuilder.of(snapshot.runs()).across(Distances.of(snapshot)).showing(shown).build();
    return new Block.Figure(
        new Chart.Opened(client, StackLayout.of(stack)),
        StackTables.drawn(stack).lines(),
        "",
        Optional.of(StackTables.rows(stack)));
  }

  private static List<String> sentences(List<StackRemark> remarks) {
    return remarks.stream().map(RemarkText::of).toList();
  }

  private void list(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      page.title(title);
      sentences.forEach(sentence -> page.item("-", sentence));
    }
  }
}
