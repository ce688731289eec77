package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportsTest {

  @Test
  void csvHasARowForEachPhaseAndMark() {
    String csv = CsvReport.of(Samples.snapshot(Samples.TARGET, Samples.cold(0)));
    assertThat(csv.lines().filter(line -> line.startsWith("1,cold,true,0,")))
        .containsExactly(
            row("phase,blocked,not-applicable,,,,,,none"),
            row("phase,dns,measured,0,10700000,1,measured,,"),
            row("phase,tcp,measured,10700000,40300000,1,measured,,"),
            row("phase,tls,measured,51000000,44300000,1,measured,,"),
            row("phase,send,measured,95300000,100000,0,measured,,"),
            row("phase,wait,measured,95400000,222000000,1,measured,,"),
            row("phase,receive,measured,317400000,100000,0,measured,,"),
            row("mark,first_byte,measured,317400000,,,measured,,"),
            row("mark,final_first_byte,measured,317400000,,,measured,,"),
            row("mark,headers_complete,measured,317400000,,,measured,,"),
            row("mark,body_first_byte,measured,317400000,,,measured,,"),
            row("mark,last_byte,measured,317500000,,,measured,,"));
  }

  @Test
  void csvOfAPageHasAllItsRequests() {
    String csv = CsvReport.of(PageSamples.shop());
    assertThat(csv.lines().filter(line -> line.startsWith("3,cold,true,14,")))
        .anyMatch(line -> line.contains("/collect?v=2") && line.contains("phase,wait,measured"));
    assertThat(csv.lines().map(line -> line.split(",", 5)[3]).distinct()).hasSize(17);
  }

  @Test
  void curlAsksForOneRequestOfAPage() {
    assertThat(CurlCommand.of(PageSamples.run(0).exchanges().get(1)))
        .isEqualTo("curl --globoff --compressed --http2 'https://www.shop.test/assets/a.css'");
  }

  @Test
  void everyCsvRowHasAsManyCellsAsTheHead() {
    String csv = CsvReport.of(Samples.snapshot(Samples.TARGET, Samples.cold(0)));
    assertThat(csv.lines()).allMatch(line -> line.chars().filter(c -> c == ',').count() == 16);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"})
  void aCellThatWouldBeAFormulaIsNeutralised(String value) {
    assertThat(CsvReport.cell(value).replace("\"", "")).isEqualTo("'" + value);
  }

  @Test
  void aCellWithCommasAndQuotesIsQuoted() {
    assertThat(CsvReport.cell("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
  }

  @Test
  void curlAsksTheSame() {
    assertThat(CurlCommand.of(Samples.snapshot(Samples.TARGET, Samples.cold(0))))
        .isEqualTo(
            "curl --globoff --compressed --http2 --header 'cookie: session=s3cr3t'"
                + " 'https://www.shop.test/nplus1/?n=50'");
  }

  @Test
  void curlQuotesForTheShell() {
    assertThat(CurlCommand.of(Samples.snapshot("https://x.test/'$(id)")))
        .isEqualTo("curl --globoff 'https://x.test/'\\''$(id)'");
  }

  private static String row(String rest) {
    return "1,cold,true,0," + Samples.TARGET + ",GET,200,h2," + rest;
  }
}
