package dev.lightfoot.report.budget;

import dev.lightfoot.analysis.budget.LimitVerdict;

/// A checked budget as JUnit XML, which every CI reads: a test case for each limit, one that could
/// not be measured being skipped.
public final class JunitXml {
  private static final String NAME = "lightfoot.budget";

  private final StringBuilder text = new StringBuilder();

  private JunitXml() {}

  /// The document, to be written as UTF-8.
  public static String of(CheckedBudget budget) {
    JunitXml xml = new JunitXml();
    xml.document(budget);
    return xml.text.toString();
  }

  private void document(CheckedBudget budget) {
    String counts =
        attribute("tests", Integer.toString(budget.lines().size()))
            + attribute("failures", Integer.toString(budget.number(LimitVerdict.BROKEN)))
            + attribute("errors", "0")
            + attribute("skipped", Integer.toString(budget.number(LimitVerdict.UNMEASURABLE)))
            + attribute("time", "0");
    text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
        .append(attribute("name", NAME))
        .append(counts)
        .append(">\n  <testsuite")
        .append(attribute("name", budget.caption()))
        .append(counts)
        .append(">\n");
    budget.lines().forEach(this::testCase);
    text.append("  </testsuite>\n</testsuites>\n");
  }

  private void testCase(CheckedBudget.Line line) {
    text.append("    <testcase")
        .append(attribute("classname", NAME))
        .append(attribute("name", line.title()))
        .append(attribute("time", "0"))
        .append(">\n");
    String reason = line.reason().orElse("");
    switch (line.verdict()) {
      case BROKEN ->
          text.append("      <failure")
              .append(attribute("type", "broken"))
              .append(attribute("message", reason))
              .append(">")
              .append(escaped(line.name() + ": " + line.full() + ". " + reason))
              .append("</failure>\n");
      case UNMEASURABLE ->
          text.append("      <skipped").append(attribute("message", reason)).append("/>\n");
      case KEPT -> {}
    }
    String note = line.verdict() == LimitVerdict.KEPT ? line.full() : "";
    String out = note + line.warning().map(warning -> "\nwarning: " + warning).orElse("");
    if (!out.isEmpty()) {
      text.append("      <system-out>").append(escaped(out)).append("</system-out>\n");
    }
    text.append("    </testcase>\n");
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + escaped(value) + "\"";
  }

  /// Characters that XML 1.0 does not have become replacement characters.
  private static String escaped(String value) {
    StringBuilder shown = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> shown.append("&amp;");
                case '<' -> shown.append("&lt;");
                case '>' -> shown.append("&gt;");
                case '"' -> shown.append("&quot;");
                case '\n' -> shown.append("&#10;");
                default -> shown.appendCodePoint(isCharacter(c) ? c : '\ufffd');
              }
            });
    return shown.toString();
  }

  private static boolean isCharacter(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c == '\t' || (c >= ' ' && !surrogate && c != '\ufffe' && c != '\uffff');
  }
}
