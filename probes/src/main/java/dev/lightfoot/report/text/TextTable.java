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
  private boolean wraps;

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

  /// A table whose texts go on in the next line where they would be cut.
  public static TextTable wrapping(String align) {
    TextTable table = new TextTable(align);
    table.wraps = true;
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
      for (List<String> part : wraps ? wrapped(row, widths) : List.of(row)) {
        lines.add(line(part, widths));
      }
    }
    return lines;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(i == 0 ? "" : BETWEEN).append(cell(row.get(i), widths[i], align.charAt(i)));
    }
    return line.toString().stripTrailing();
  }

  private static List<List<String>> wrapped(List<String> row, int[] widths) {
    List<List<String>> columns = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < row.size(); i++) {
      List<String> pieces = pieces(row.get(i), widths[i]);
      columns.add(pieces);
      height = Math.max(height, pieces.size());
    }
    List<List<String>> parts = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      List<String> part = new ArrayList<>();
      for (List<String> pieces : columns) {
        part.add(line < pieces.size() ? pieces.get(line) : "");
      }
      parts.add(part);
    }
    return parts;
  }

  /// Broken at spaces, and within a word that is longer than a line.
  private static List<String> pieces(String text, int width) {
    List<String> pieces = new ArrayList<>();
    String rest = text;
    while (rest.length() > width) {
      int space = rest.lastIndexOf(' ', width);
      int end = space > 0 ? space : width;
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
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
