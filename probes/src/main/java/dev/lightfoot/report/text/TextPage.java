package dev.lightfoot.report.text;

import dev.lightfoot.report.words.Printable;
import java.util.ArrayList;
import java.util.List;

/// A text report in the making: titled sections of lines.
public final class TextPage {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  /// A paragraph, broken at spaces to fit the page.
  public void paragraph(String text) {
    wrap("", "", Printable.line(text));
  }

  /// A line that begins something, its further lines indented.
  public void headed(String text) {
    wrap("", INDENT + INDENT, Printable.line(text));
  }

  /// An item of a list, its further lines indented.
  public void item(String mark, String text) {
    String first = INDENT + mark + " ";
    wrap(first, " ".repeat(first.length()), Printable.line(text));
  }

  /// Begins a section.
  public void title(String text) {
    gap();
    lines.add(Printable.line(text));
  }

  /// An empty line, unless there is one.
  public void gap() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  /// A section with a table; nothing where the table is empty.
  public void table(String title, TextTable table) {
    if (!table.isEmpty()) {
      title(title);
      lines.addAll(table.lines());
    }
  }

  /// Lines that are laid out already.
  public void lines(List<String> made) {
    made.stream().map(Printable::line).forEach(lines::add);
  }

  /// All of it.
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  private void wrap(String first, String further, String text) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
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
