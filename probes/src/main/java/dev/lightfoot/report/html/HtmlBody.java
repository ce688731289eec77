package dev.lightfoot.report.html;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.chart.ChartDrawings;
import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.svg.Markup;
import dev.lightfoot.report.svg.SvgWriter;
import dev.lightfoot.report.text.Block;
import java.util.List;

/// Writes the blocks of a report: a section for each title.
final class HtmlBody {
  private final Markup out;
  private final String kind;
  private String title;
  private boolean inSection;
  private boolean inList;
  private int sections;

  HtmlBody(Markup out, String kind) {
    this.out = out;
    this.kind = kind;
    this.title = kind;
  }

  void write(List<Block> blocks) {
    blocks.forEach(this::write);
    endSection();
  }

  private void write(Block block) {
    if (!(block instanceof Block.Item)) {
      endList();
    }
    switch (block) {
      case Block.Title it -> begin(it.text());
      case Block.Paragraph it -> in().element("p", it.text());
      case Block.Headed it -> in().element("p class=\"headed\"", it.text());
      case Block.Item it -> item(it);
      case Block.Gap _ -> {}
      case Block.Table it -> HtmlTable.write(it.table(), title, in());
      case Block.Lines it -> in().element("pre", String.join("\n", it.lines()));
      case Block.Figure it -> figure(it);
    }
  }

  private void begin(String text) {
    endSection();
    title = text;
    section();
    out.raw("<h2 id=\"s%d\">".formatted(sections)).text(text).raw("</h2>");
  }

  private void section() {
    sections++;
    inSection = true;
    out.raw("<section>");
  }

  private Markup in() {
    if (!inSection) {
      section();
    }
    return out;
  }

  private void item(Block.Item item) {
    in();
    if (!inList) {
      out.raw("<ul>");
      inList = true;
    }
    boolean plain = item.mark().equals("-");
    out.raw(item.mark().equals("!") ? "<li class=\"warn\">" : "<li>");
    if (!plain) {
      out.element("span class=\"mark\"", item.mark()).raw(" ");
    }
    out.text(item.text()).raw("</li>");
  }

  private void figure(Block.Figure figure) {
    Drawing drawing = ChartDrawings.of(figure.chart());
    in().raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .text(say("html.figure", title))
        .raw("\"><div class=\"figure\" role=\"img\" aria-label=\"")
        .text(say("html.drawing", drawing.title(), title))
        .raw("\">");
    SvgWriter.inline(drawing, out);
    out.raw("</div></div>");
    figure.twin().ifPresent(table -> HtmlTable.write(table, title, out));
  }

  private void endList() {
    if (inList) {
      out.raw("</ul>");
      inList = false;
    }
  }

  private void endSection() {
    endList();
    if (inSection) {
      out.raw("</section>\n");
      inSection = false;
    }
    title = kind;
  }
}
