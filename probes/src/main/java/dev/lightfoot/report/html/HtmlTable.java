package dev.lightfoot.report.html;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.svg.Markup;
import dev.lightfoot.report.text.TextTable;
import java.util.List;
import java.util.Optional;

/// Writes a table.
final class HtmlTable {
  private final TextTable table;
  private final Markup out;

  private HtmlTable(TextTable table, Markup out) {
    this.table = table;
    this.out = out;
  }

  /// @param title of its section, for those who hear it
  static void write(TextTable table, String title, Markup out) {
    out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"")
        .text(say("html.table", title))
        .raw(table.isHeaded() ? "\"><table>" : "\"><table class=\"pairs\">");
    new HtmlTable(table, out).rows();
    out.raw("</table></div>");
  }

  private void rows() {
    List<List<String>> rows = table.rows();
    int first = table.isHeaded() ? 1 : 0;
    if (first == 1) {
      out.raw("<thead><tr>");
      for (int i = 0; i < rows.getFirst().size(); i++) {
        head(rows.getFirst().get(i), i);
      }
      out.raw("</tr></thead>");
    }
    out.raw("<tbody>");
    for (int i = first; i < rows.size(); i++) {
      out.raw(table.isTotal(i) ? "<tr class=\"total\">" : "<tr>");
      row(rows.get(i));
      out.raw("</tr>");
    }
    out.raw("</tbody>");
  }

  /// A head without words is none.
  private void head(String text, int column) {
    String side = table.isText(column) ? "" : " class=\"n\"";
    out.element(text.isEmpty() ? "td" : "th scope=\"col\"" + side, text);
  }

  private void row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      boolean name = i == 0 && table.isText(0) && !cell.isBlank();
      out.raw(name ? "<th scope=\"row\"" : "<td");
      if (!table.isText(i)) {
        out.raw(" class=\"n\"");
      } else if (table.isHeaded() && cell.startsWith(" ")) {
        out.raw(" class=\"i" + Math.min(9, indent(cell)) + "\"");
      }
      out.raw(">");
      Optional<String> swatch = name ? Swatches.of(cell) : Optional.empty();
      swatch.ifPresent(out::raw);
      out.text(cell.strip()).raw(name ? "</th>" : "</td>");
    }
  }

  private static int indent(String cell) {
    return cell.length() - cell.stripLeading().length();
  }
}
