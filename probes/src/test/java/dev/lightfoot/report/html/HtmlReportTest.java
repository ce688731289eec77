package dev.lightfoot.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.codec.report.EmbeddedJson;
import dev.lightfoot.codec.snapshot.ReportedSnapshot;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.HostileNames;
import dev.lightfoot.report.Report;
import dev.lightfoot.report.compare.CompareText;
import dev.lightfoot.report.redact.Redactor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HtmlReportTest {
  private static Stream<Snapshot> snapshots() {
    return Stream.of(
            Samples.shop(),
            PageSamples.shop(),
            Samples.snapshot(Samples.TARGET, Samples.redirected(), Samples.warm(200)),
            Samples.snapshot(Samples.TARGET, Samples.expired()),
            Samples.snapshot(Samples.TARGET, Samples.unresolved()))
        .flatMap(each -> Stream.of(each, HostileNames.in(each)));
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void nothingInItActsOrLeadsAnywhere(Snapshot snapshot) {
    Document page = Jsoup.parse(Reports.of(snapshot));
    assertThat(page.select("script"))
        .singleElement()
        .satisfies(script -> assertThat(script.attr("type")).isEqualTo("application/json"));
    assertThat(
            page.select(
                "img, link, iframe, object, embed, base, a, form, image, use, foreignObject"))
        .isEmpty();
    assertThat(page.select("style")).hasSize(1);
    for (Element each : page.getAllElements()) {
      each.attributes()
          .forEach(
              attribute ->
                  assertThat(attribute.getKey())
                      .doesNotStartWith("on")
                      .isNotIn("style", "href", "src", "xlink:href", "srcset", "action"));
    }
  }

  @ParameterizedTest
  @MethodSource("snapshots")
  void whatItHoldsIsReadBackIdentical(Snapshot snapshot) throws Exception {
    Snapshot clean = Redactor.redact(snapshot).snapshot();
    byte[] html = Reports.of(snapshot).getBytes(StandardCharsets.UTF_8);
    assertThat(ReportedSnapshot.decode(html)).isEqualTo(clean);
    assertThat(EmbeddedJson.within(html).orElseThrow()).isEqualTo(SnapshotCodec.encode(clean));
  }

  @Test
  void thePolicyAllowsNothingButTheStyleSheet() throws Exception {
    Document page = Jsoup.parse(Reports.of(Samples.shop()));
    byte[] style = page.expectFirst("style").data().getBytes(StandardCharsets.UTF_8);
    String hash =
        Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(style));
    assertThat(page.expectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash
                + "'; base-uri 'none'; form-action 'none'");
    assertThat(page.expectFirst("style").data()).doesNotContain("@import", "url(h", "//");
  }

  @Test
  void secretsAreNeitherShownNorInTheDataAndWhatWasLeftOutIsSaid() throws Exception {
    Path sample = Path.of("..", "assets", "samples", "shop.lightfoot.json");
    Snapshot shop = ReportedSnapshot.decode(Files.readAllBytes(sample));
    assertThat(new String(SnapshotCodec.encode(shop), StandardCharsets.UTF_8))
        .contains("sessionid=4f2c9e", "csrftoken=Zk81q0");
    String html = Reports.of(shop);
    byte[] json = EmbeddedJson.within(html.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    assertThat(html + new String(json, StandardCharsets.UTF_8)).doesNotContain("4f2c9e", "Zk81q0");
    assertThat(Jsoup.parse(html).text()).contains("What was left out", "cookie sessionid");
    Report kept = Report.of(shop).holding(Redactor.redact(shop).removed());
    assertThat(Jsoup.parse(HtmlReport.withoutData(kept)).select("li.warn").text())
        .contains("This report holds secrets: in", "cookie sessionid");
  }

  @Test
  void theAnswerComesFirstAndEachChartHasItsTable() {
    Document page = Jsoup.parse(Reports.of(Samples.shop()));
    assertThat(page.expectFirst("h1").text())
        .isEqualTo("317.5 ms: 4 round trips cost 130.4 ms of distance.");
    Element section = page.expectFirst("main section");
    assertThat(section.select(".figure svg")).isNotEmpty();
    assertThat(section.select("tbody tr").eachText().getLast()).startsWith("Total 4 317.5 317.5");
    assertThat(page.select("h2").eachText())
        .contains("Ledger of run 4: trips × RTT = distance; milliseconds");
  }

  @Test
  void aComparisonShowsItsRunsAndWhatMovedTheTotal() {
    Document page = Jsoup.parse(Reports.ofComparison(Reports.runs(0), Reports.runs(60_000)));
    assertThat(page.expectFirst("h1").text()).startsWith("B is slower by 6");
    assertThat(page.select(".figure")).hasSize(4);
    assertThat(page.select("section:has(h2:contains(on one axis)) tbody tr").eachText())
        .first()
        .asString()
        .endsWith("0.0 317.6 0.0 377.6");
    assertThat(page.select("circle").size()).isGreaterThan(12 * 4);
  }

  @Test
  void threeHundredRequestsTakeLessThanAMegabyte() {
    Snapshot page = Samples.snapshot(Samples.TARGET, large(0));
    assertThat(Reports.of(page)).hasSizeLessThan(1_000_000).contains(">300<");
  }

  @Test
  void aComparisonOfPagesShowsBothWaterfallsOnOneAxisAndStaysBounded() {
    Snapshot a = Samples.snapshot(Samples.TARGET, large(0));
    Snapshot b = Samples.snapshot(Samples.TARGET, large(1));
    assertThat(CompareText.report(Comparison.of(a, b), a, b).chartLabels())
        .contains("overlay", "waterfall-a", "waterfall-b");
    assertThat(Reports.ofComparison(a, b)).hasSizeLessThan(2_000_000);
  }

  @Test
  void aHundredRunsOfThreeHundredRequestsStayBounded() {
    Run[] runs = LongStream.range(0, 100).mapToObj(HtmlReportTest::large).toArray(Run[]::new);
    String html = Reports.of(Samples.snapshot(Samples.TARGET, runs));
    assertThat(html.length()).isLessThan(EmbeddedJson.MOST_PACKED_BYTES + 1_000_000);
  }

  /// A page of 300 requests.
  private static Run large(long shiftMicros) {
    Run run = PageSamples.run(shiftMicros * 137);
    List<Exchange> exchanges = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      exchanges.addAll(run.exchanges());
    }
    return run.with(exchanges, run.spans(), run.alignments());
  }
}
