package dev.lightfoot.report;

import dev.lightfoot.report.words.Printable;
import java.util.ArrayList;
import java.util.List;

/// A text report in the making: titled sections of lines.
final class Page {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  /// A paragraph, broken at spaces to fit the page.
  void paragraph(String text) {
    wrap("", "", Printable.line(text));
  }

  /// A line that begins something, its further lines indented.
  void headed(String text) {
    wrap("", INDENT + INDENT, Printable.line(text));
  }

  /// An item of a list, its further lines indented.
  void item(String mark, String text) {
    String first = INDENT + mark + " ";
    wrap(first, " ".repeat(first.length()), Printable.line(text));
  }

  void title(String text) {
    gap();
    lines.add(Printable.line(text));
  }

  void gap() {
    if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
      lines.add("");
    }
  }

  /// A section with a table; nothing where the table is empty.
  void table(String title, TextTable table) {
    if (!table.isEmpty()) {
      title(title);
      lines.addAll(table.lines());
    }
  }

  String text() {
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
