package dev.lightfoot.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Samples;
import org.junit.jupiter.api.Test;

final class SnapshotCsvTest {

  @Test
  void csvHasARowForEachPhaseAndMark() {
    String csv = SnapshotCsv.of(Samples.snapshot(Samples.TARGET, Samples.cold(0)));
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
    String csv = SnapshotCsv.of(PageSamples.shop());
    assertThat(csv.lines().filter(line -> line.startsWith("3,cold,true,14,")))
        .anyMatch(line -> line.contains("/collect?v=2") && line.contains("phase,wait,measured"));
    assertThat(csv.lines().map(line -> line.split(",", 5)[3]).distinct()).hasSize(17);
  }

  @Test
  void everyCsvRowHasAsManyCellsAsTheHead() {
    String csv = SnapshotCsv.of(Samples.snapshot(Samples.TARGET, Samples.cold(0)));
    assertThat(csv.lines()).allMatch(line -> line.chars().filter(c -> c == ',').count() == 16);
  }

  private static String row(String rest) {
    return "1,cold,true,0," + Samples.TARGET + ",GET,200,h2," + rest;
  }
}
