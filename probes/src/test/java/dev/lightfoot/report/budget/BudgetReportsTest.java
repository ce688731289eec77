package dev.lightfoot.report.budget;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lightfoot.analysis.budget.BudgetCheck;
import dev.lightfoot.analysis.budget.Budgets;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Allowance;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.model.span.Layer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

final class BudgetReportsTest {
  private static final String HOSTILE = "/a*]]><b>|`x`\u001b[2J\u202e&\"'@team\u0000\n";

  private static CheckedBudget checked(Snapshot snapshot, Limit... limits) {
    return CheckedBudget.of(
        snapshot.target(),
        "ci/my budget.json",
        BudgetCheck.of(
            new Budget(List.of(limits)), snapshot, Map.of("before", snapshot), Comparison::of));
  }

  private static CheckedBudget mixed() {
    return checked(
        Budgets.cold(20),
        Budgets.limit(Budgets.trips(), 3),
        Budgets.limit(Budgets.trips(Layer.DATABASE), 3),
        Budgets.limit(Budgets.median(), 325_000_000),
        Budgets.limit(Budgets.time(Phase.WAIT, 50), 1_000_000),
        Budgets.limit(new Quantity.Bytes(), 300_000));
  }

  private static CheckedBudget hostile() {
    return checked(
        Budgets.cold(5), Budgets.narrowed(Budgets.limit(Budgets.trips(), 3), "", HOSTILE));
  }

  @Test
  void theTableSaysWhatIsBrokenAndWhy() {
    assertThat(BudgetText.of(mixed()))
        .startsWith("2 of 5 limits are broken. 1 could not be measured.\n")
        .contains("BROKEN        Round trips in all")
        .contains("Round trips in all: 4 measured, at most 3 allowed.")
        .contains("give --logs, or a")
        .contains("with 95 % confidence it is more\n    than 227.0 ms.")
        .contains("More than is allowed was measured, but 20 runs do not show it")
        .contains("it lets twice as much through");
  }

  @Test
  void noLineIsWiderThanThePage() {
    assertThat(BudgetText.of(mixed()).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void whatIsAllowedAgainstABaselineIsReadToItsEnd() {
    Limit limit = Budgets.limit(Budgets.median(), new Allowance.WorseBy("before", 0, 5));
    String text = BudgetText.of(checked(Budgets.cold(20), limit, limit));
    assertThat(text).doesNotContain("…").contains("the baseline").contains("kept  ");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
  }

  @Test
  void answersFollowTheVerdicts() {
    Limit kept = Budgets.limit(Budgets.trips(), 4);
    Limit open = Budgets.limit(Budgets.trips(Layer.CACHE), 4);
    assertThat(checked(Budgets.cold(5), kept).answer()).isEqualTo("The one limit is kept.");
    assertThat(checked(Budgets.cold(5), kept, kept).answer()).isEqualTo("All 2 limits are kept.");
    assertThat(checked(Budgets.cold(5), kept, open).answer())
        .isEqualTo("1 of 2 limits is kept, none is broken. 1 could not be measured.");
    assertThat(checked(Budgets.cold(5), open).answer())
        .isEqualTo("The one limit could not be measured.");
  }

  @Test
  void whatBreaksALimitByLittleIsShownExactly() {
    Limit limit = Budgets.limit(Budgets.median(), 317_499_999);
    assertThat(checked(Budgets.cold(5), limit).lines().getFirst().reason().orElseThrow())
        .contains("at most 317.499999 ms allowed", "more than 317.5 ms");
  }

  /// What Maven's own report plugin reads test results with.
  private static ReportTestSuite parsed(CheckedBudget budget) throws Exception {
    byte[] xml = JunitXml.of(budget).getBytes(StandardCharsets.UTF_8);
    try (InputStreamReader in =
        new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8)) {
      List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger()).parse(in);
      assertThat(suites).hasSize(1);
      return suites.getFirst();
    }
  }

  @Test
  void aParserOfTestResultsReadsTheJunitXml() throws Exception {
    ReportTestSuite suite = parsed(mixed());
    assertThat(
            List.of(
                suite.getNumberOfTests(),
                suite.getNumberOfFailures(),
                suite.getNumberOfSkipped(),
                suite.getNumberOfErrors()))
        .containsExactly(5, 2, 1, 0);
    ReportTestCase broken = suite.getTestCases().getFirst();
    assertThat(broken.getName()).isEqualTo("Round trips in all: at most 3");
    assertThat(broken.hasFailure()).isTrue();
    assertThat(broken.getFailureMessage()).isEqualTo("4 measured, at most 3 allowed.");
    assertThat(suite.getTestCases().get(1).hasSkipped()).isTrue();
    assertThat(suite.getTestCases().get(4).isSuccessful()).isTrue();
  }

  @Test
  void hostileNamesStayTextInJunitXml() throws Exception {
    ReportTestCase only = parsed(hostile()).getTestCases().getFirst();
    assertThat(only.getName()).contains("/a*]]><b>|`x`").doesNotContain("\u0000", "\u001b");
  }

  @Test
  void hostileNamesStayTextInMarkdown() {
    String markdown = MarkdownSummary.of(hostile());
    assertThat(markdown)
        .contains("/a\\*\\]\\]\\>\\<b\\>\\|\\`x\\`")
        .doesNotContain("\u001b", "\u202e", "\u0000", "https://");
    assertThat(markdown.lines().filter(line -> line.startsWith("|")))
        .as("heading, rule and one limit")
        .hasSize(3);
  }

  @Test
  void markdownNamesWhatIsBrokenFirst() {
    assertThat(MarkdownSummary.of(mixed()).lines().filter(line -> line.startsWith("| ")).toList())
        .satisfies(
            rows -> {
              assertThat(rows).hasSize(7);
              assertThat(rows.get(2)).startsWith("| BROKEN | Round trips in all |");
              assertThat(rows.get(3)).startsWith("| BROKEN | Time, wait, median |");
              assertThat(rows.get(4)).startsWith("| unmeasurable | Round trips, database |");
            });
  }

  private static Schema schema() throws IOException {
    String name = "sarif-2.1.0.schema.json";
    try (InputStream in =
        Objects.requireNonNull(BudgetReportsTest.class.getResourceAsStream(name))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(text, InputFormat.JSON);
    }
  }

  @Test
  void theSarifIsAsItsSchemaSays() throws IOException {
    for (CheckedBudget each : List.of(mixed(), hostile())) {
      assertThat(schema().validate(Sarif.of(each, "0.1.0"), InputFormat.JSON)).isEmpty();
    }
    assertThat(schema().validate("{\"version\":\"2.1.0\"}", InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void aResultOfSarifStandsAtItsLineOfTheBudget() {
    assertThat(Sarif.of(mixed(), "0.1.0"))
        .contains("\"artifactLocation\":{\"uri\":\"ci/my%20budget.json\"}")
        .contains("\"region\":{\"startLine\":3}")
        .contains("\"kind\":\"fail\",\"level\":\"error\"")
        .contains("\"kind\":\"open\",\"level\":\"none\"")
        .contains("\"kind\":\"pass\",\"level\":\"none\"");
  }
}
