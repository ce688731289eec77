package dev.lightfoot.report.text;

import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.words.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A report in the making: titled sections of lines, tables and pictures. As text it fits a
/// terminal; its [Block]s can be written as anything else.
public final class TextPage {
  private static final String INDENT = "  ";

  private final List<Block> blocks = new ArrayList<>();

  /// A paragraph, broken at spaces to fit the page.
  public void paragraph(String text) {
    blocks.add(new Block.Paragraph(text));
  }

  /// A line that begins something, its further lines indented.
  public void headed(String text) {
    blocks.add(new Block.Headed(text));
  }

  /// An item of a list, its further lines indented.
  public void item(String mark, String text) {
    blocks.add(new Block.Item(mark, text));
  }

  /// Begins a section.
  public void title(String text) {
    blocks.add(new Block.Title(text));
  }

  /// An empty line, unless there is one.
  public void gap() {
    blocks.add(new Block.Gap());
  }

  /// A section with a table; nothing where the table is empty.
  public void table(String title, TextTable table) {
    if (!table.isEmpty()) {
      title(title);
      table(table);
    }
  }

  /// A table in the section that was begun.
  public void table(TextTable table) {
    blocks.add(new Block.Table(table));
  }

  /// Lines that are laid out already.
  public void lines(List<String> made) {
    blocks.add(new Block.Lines(made));
  }

  /// A picture that characters cannot show.
  public void figure(Chart chart) {
    figure(new Block.Figure(chart, List.of(), "", Optional.empty()));
  }

  /// A picture.
  public void figure(Block.Figure figure) {
    blocks.add(figure);
  }

  /// Whatever was made elsewhere.
  public void add(Block block) {
    blocks.add(block);
  }

  /// What it consists of.
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /// All of it.
  public String text() {
    Writing writing = new Writing();
    blocks.forEach(writing::write);
    return String.join("\n", writing.lines) + "\n";
  }

  private static final class Writing {
    private final List<String> lines = new ArrayList<>();

    private void write(Block block) {
      switch (block) {
        case Block.Paragraph it -> wrap("", "", it.text());
        case Block.Headed it -> wrap("", INDENT + INDENT, it.text());
        case Block.Item it -> {
          String first = INDENT + it.mark() + " ";
          wrap(first, " ".repeat(first.length()), it.text());
        }
        case Block.Title it -> {
          gap();
          lines.add(Printable.line(it.text()));
        }
        case Block.Gap _ -> gap();
        case Block.Table it -> lines.addAll(it.table().lines());
        case Block.Lines it -> it.lines().stream().map(Printable::line).forEach(lines::add);
        case Block.Figure it -> {
          it.lines().stream().map(Printable::line).forEach(lines::add);
          if (!it.legend().isEmpty()) {
            wrap("", "", it.legend());
          }
        }
      }
    }

    private void gap() {
      if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
        lines.add("");
      }
    }

    private void wrap(String first, String further, String text) {
      StringBuilder line = new StringBuilder(first);
      boolean empty = true;
      for (String word : Printable.line(text).split(" ", -1)) {
        if (!empty && line.length() + 1 + word.length() > TextTable.PAGE) {
          lines.add(line.toString());
          line = new StringBuilder(further);
          empty = true;
        }
        line.append(empty ? "" : " ").append(word);
        empty = false;
      }
      lines.add(line.toString());
    }
  }
}
