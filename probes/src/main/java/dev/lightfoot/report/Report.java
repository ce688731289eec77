package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.headline.Headlines;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.page.PageText;
import dev.lightfoot.report.redact.Removal;
import dev.lightfoot.report.text.Block;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.words.RemovalWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A report before it is written: as HTML, as Markdown or as pictures it has the same sentences,
/// tables and charts, which are those of the text on a terminal.
///
/// @param kind what it is a report of, such as `Probe`
/// @param subject what was measured, such as a URL
/// @param headline the answer
/// @param body everything below the answer
public record Report(String kind, String subject, Headline headline, List<Block> body) {
  /// Requests of a page that a report shows; more are counted, and stand in the JSON.
  public static final int MOST_REQUESTS = 1_000;

  /// Wide enough that tables have all their columns.
  private static final int WIDTH = 200;

  /// A chart under the title of its section.
  public record Titled(String title, Chart chart) {}

  public Report {
    body = List.copyOf(body);
  }

  /// Of whatever was written as text.
  public static Report of(String kind, String subject, Headline headline, TextPage body) {
    return new Report(kind, subject, headline, body.blocks());
  }

  /// Of a snapshot; give it a redacted one where it leaves this computer.
  public static Report of(Snapshot snapshot) {
    boolean page = snapshot.runs().stream().anyMatch(run -> run.page().isPresent());
    List<Block> opened = StackReport.details(snapshot).blocks();
    PageText.Shown shown = new PageText.Shown(PageChoice.STANDARD, MOST_REQUESTS, WIDTH);
    List<Block> body = TextReport.details(snapshot, shown, opened).blocks();
    return new Report(
        say(page ? "report.page" : opened.isEmpty() ? "report.probe" : "report.stack"),
        snapshot.name().map(name -> name + " · " + snapshot.target()).orElse(snapshot.target()),
        Headlines.finished(snapshot, OptionalInt.empty()),
        body);
  }

  /// The same, followed by more.
  public Report followedBy(List<Block> more) {
    return with(body, more);
  }

  /// The same, saying at its end what was taken out.
  public Report without(List<Removal> removed) {
    TextPage more = new TextPage();
    if (!removed.isEmpty()) {
      more.title(say("report.removed"));
      more.paragraph(say("report.removed.why"));
      removed.forEach(each -> more.item("-", RemovalWords.of(each)));
    }
    return with(body, more.blocks());
  }

  /// The same, warning at its beginning of what it holds.
  public Report holding(List<Removal> secrets) {
    TextPage first = new TextPage();
    if (!secrets.isEmpty()) {
      first.item("!", say("report.holds", RemovalWords.of(secrets)));
    }
    return with(first.blocks(), body);
  }

  private Report with(List<Block> first, List<Block> then) {
    List<Block> all = new ArrayList<>(first);
    all.addAll(then);
    return new Report(kind, subject, headline, all);
  }

  /// The words by which its charts are asked for, each once.
  public List<String> chartLabels() {
    return charts().stream().map(each -> each.chart().label()).distinct().toList();
  }

  /// The charts in it, each with the title of its section.
  public List<Titled> charts() {
    List<Titled> charts = new ArrayList<>();
    Optional<String> title = Optional.empty();
    for (Block block : body) {
      if (block instanceof Block.Title it) {
        title = Optional.of(it.text());
      } else if (block instanceof Block.Figure it) {
        charts.add(new Titled(title.orElse(kind), it.chart()));
      }
    }
    return charts;
  }
}
