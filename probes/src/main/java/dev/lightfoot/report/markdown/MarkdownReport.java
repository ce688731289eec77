package dev.lightfoot.report.markdown;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.report.Report;
import dev.lightfoot.report.headline.Headline;
import dev.lightfoot.report.text.Block;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Printable;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// A report in GitHub Flavored Markdown: the answer and the first tables at sight, everything else
/// folded. Text of others stays text: no link, no image, no mention, no HTML comes of it. Charts
/// are left to their tables.
public final class MarkdownReport {
  /// Rows of one table; more are counted. GitHub cuts a comment at 65 536 characters.
  public static final int MOST_ROWS = 60;

  /// Sections before the fold.
  private static final int OPEN = 2;

  /// What would begin a list.
  private static final Pattern LIST = Pattern.compile("^(\\d*)([.)+-])(?=\\s|$)");

  private final StringBuilder out = new StringBuilder();
  private int sections;
  private boolean inList;

  private MarkdownReport() {}

  /// The report as Markdown.
  public static String of(Report report) {
    MarkdownReport made = new MarkdownReport();
    made.head(report);
    report.body().forEach(made::write);
    made.endList();
    made.out.append(made.sections > OPEN ? "\n</details>\n" : "");
    return made.out.toString();
  }

  /// One table alone, for the clipboard.
  public static String of(TextTable table) {
    MarkdownReport made = new MarkdownReport();
    made.table(table);
    return made.out.toString();
  }

  private void head(Report report) {
    Headline headline = report.headline();
    paragraph("**" + text(report.kind()) + "** " + code(report.subject()));
    out.append("### ").append(text(headline.first())).append("\n\n");
    headline.second().ifPresent(second -> paragraph("**" + text(second) + "**"));
    if (!headline.caption().isEmpty()) {
      paragraph(text(headline.caption()));
    }
    headline.code().ifPresent(code -> paragraph(text(say("text.code", code))));
    for (String remedy : headline.remedies()) {
      out.append("1. ").append(text(remedy)).append('\n');
    }
  }

  private void write(Block block) {
    if (!(block instanceof Block.Item)) {
      endList();
    }
    switch (block) {
      case Block.Title it -> title(it.text());
      case Block.Paragraph it -> paragraph(text(it.text()));
      case Block.Headed it -> paragraph("**" + text(it.text()) + "**");
      case Block.Item it -> item(it);
      case Block.Gap _ -> {}
      case Block.Table it -> table(it.table());
      case Block.Lines it ->
          it.lines().forEach(line -> out.append("    ").append(plain(line)).append('\n'));
      case Block.Figure it -> it.twin().ifPresent(this::table);
    }
  }

  private void title(String title) {
    sections++;
    if (sections == OPEN + 1) {
      out.append("\n<details><summary>").append(say("markdown.more")).append("</summary>\n");
    }
    out.append("\n#### ").append(text(title)).append("\n\n");
  }

  private void paragraph(String markdown) {
    out.append(markdown).append("\n\n");
  }

  private void item(Block.Item item) {
    inList = true;
    String mark = item.mark().equals("-") ? "" : text(item.mark()) + " ";
    out.append("- ").append(mark).append(text(item.text())).append('\n');
  }

  private void endList() {
    if (inList) {
      out.append('\n');
      inList = false;
    }
  }

  private void table(TextTable table) {
    if (table.isEmpty()) {
      return;
    }
    List<List<String>> rows = table.rows();
    int columns = rows.getFirst().size();
    int first = table.isHeaded() ? 1 : 0;
    row(first == 1 ? rows.getFirst() : Collections.nCopies(columns, " "), false, false);
    out.append('|');
    for (int i = 0; i < columns; i++) {
      out.append(table.isText(i) ? " --- |" : " ---: |");
    }
    out.append('\n');
    int end = Math.min(rows.size(), first + MOST_ROWS);
    for (int i = first; i < end; i++) {
      row(rows.get(i), table.isTotal(i), table.isHeaded());
    }
    out.append('\n');
    if (end < rows.size()) {
      paragraph(text(say("markdown.rows", Numbers.count(rows.size() - end))));
    }
  }

  private void row(List<String> cells, boolean strong, boolean indented) {
    out.append('|');
    for (String cell : cells) {
      String text = "&nbsp;&nbsp;".repeat(indented ? indent(cell) : 0) + text(cell.strip());
      out.append(' ').append(strong && !text.isEmpty() ? "**" + text + "**" : text).append(" |");
    }
    out.append('\n');
  }

  private static int indent(String cell) {
    return cell.length() - cell.stripLeading().length();
  }

  /// As code, which shows URLs without making links of them.
  private static String code(String text) {
    return "`" + plain(text).replace('`', '\'') + "`";
  }

  private static String plain(String text) {
    return Printable.line(text);
  }

  /// Text of which nothing is markup: no link, no mention, no emphasis.
  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    String shown = Printable.line(text);
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '\\', '`', '*', '_', '[', ']', '|', '~', '#' -> out.append('\\').append(c);
        // Neither a URL nor a name becomes a link by itself.
        case '@' -> out.append("&#64;");
        case ':' -> out.append(shown.startsWith("//", i + 1) ? "&#58;" : ":");
        default -> out.append(c);
      }
    }
    return LIST.matcher(out).replaceFirst("$1\\\\$2").replace("www.", "www&#46;");
  }
}
