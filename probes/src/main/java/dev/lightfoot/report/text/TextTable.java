package dev.lightfoot.report.text;

import dev.lightfoot.report.words.Printable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Aligns cells in columns for a terminal: first and other text columns to the left, numbers to the
/// right. A table wider than the page shortens its widest text column.
public final class TextTable {
  /// Characters in a line of a report.
  public static final int PAGE = 100;

  private static final int NARROWEST = 12;
  private static final String BETWEEN = "  ";

  private final String align;
  private final int width;
  private final List<List<String>> rows = new ArrayList<>();
  private final Set<Integer> totals = new HashSet<>();
  private boolean headed = true;

  /// @param align one character for each column: `l` or `r`
  public TextTable(String align) {
    this(align, PAGE);
  }

  /// @param align one character for each column: `l` or `r`
  /// @param width of the terminal, in characters
  public TextTable(String align, int width) {
    this.align = align;
    this.width = width;
  }

  /// A table whose first row is one like the others.
  public static TextTable withoutHeads(String align) {
    TextTable table = new TextTable(align);
    table.headed = false;
    return table;
  }

  /// Adds a row that sums up those above it.
  public TextTable total(List<String> cells) {
    totals.add(rows.size());
    return row(cells);
  }

  /// Adds a row.
  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  /// Adds a row.
  public TextTable row(List<String> cells) {
    if (cells.size() != align.length()) {
      throw new IllegalArgumentException(cells.size() + " cells for " + align.length());
    }
    rows.add(cells.stream().map(Printable::line).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /// Whether the first row holds the heads of the columns.
  public boolean isHeaded() {
    return headed;
  }

  /// Whether that row, from 0, sums up others.
  public boolean isTotal(int row) {
    return totals.contains(row);
  }

  /// The cells row by row, heads included, as they are written.
  public List<List<String>> rows() {
    return List.copyOf(rows);
  }

  /// Whether that column, from 0, holds text and not numbers.
  public boolean isText(int column) {
    return align.charAt(column) == 'l';
  }

  /// The rows as lines of equal columns.
  public List<String> lines() {
    int[] widths = widths();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(i == 0 ? "" : BETWEEN).append(cell(row.get(i), widths[i], align.charAt(i)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[align.length()];
    int total = BETWEEN.length() * (widths.length - 1);
    for (int i = 0; i < widths.length; i++) {
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
      total += widths[i];
    }
    for (; total > width; total--) {
      int widest = widestText(widths);
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private int widestText(int[] widths) {
    int widest = -1;
    for (int i = 0; i < widths.length; i++) {
      boolean shrinks = align.charAt(i) == 'l' && widths[i] > NARROWEST;
      if (shrinks && (widest < 0 || widths[i] > widths[widest])) {
        widest = i;
      }
    }
    return widest;
  }

  private static String cell(String text, int width, char align) {
    String shown = text.length() > width ? text.substring(0, width - 1) + "…" : text;
    String padding = String.join("", Collections.nCopies(width - shown.length(), " "));
    return align == 'r' ? padding + shown : shown + padding;
  }
}
