package dev.lightfoot.report.csv;

import java.util.List;

/// Rows of CSV (RFC 4180). Cells that a spreadsheet would run as a formula begin with an
/// apostrophe.
final class CsvRows {
  private final StringBuilder text = new StringBuilder();

  void add(List<String> cells) {
    text.append(String.join(",", cells.stream().map(CsvRows::cell).toList())).append("\r\n");
  }

  String text() {
    return text.toString();
  }

  static String cell(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    String safe = formula && !isNumber(value) ? "'" + value : value;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /// A shift of less than nothing is a number, and a spreadsheet may take it for one.
  private static boolean isNumber(String value) {
    return value.matches("-[0-9]+(\\.[0-9]+)?");
  }
}
