package dev.lightfoot.app.ui.probe.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.report.words.Numbers;
import org.junit.jupiter.api.Test;

final class ScenarioFormTest {

  @Test
  void theTalksExampleIsThereFromTheStart() {
    ScenarioForm.Answer answer = ScenarioForm.TALK.answer();
    assertThat(answer.arrivals()).hasSize(4);
    assertThat(answer.arrivals().getFirst().lastByteNanos()).isEqualTo(1_800_000_000_000L);
    assertThat(Numbers.plain(answer.verdict()))
        .startsWith("The first byte comes first by 1 MB/s line, after 100 µs");
  }

  @Test
  void aLineOfOnesOwnIsComparedWithTheOthers() {
    ScenarioForm.Answer answer = own("40 ms", "1 MB/s").answer();
    assertThat(answer.arrivals()).hasSize(5);
    assertThat(answer.arrivals().getLast().firstByteNanos()).isEqualTo(60_000_000);
  }

  @Test
  void aLineWithoutAWidthBringsAllItCan() {
    assertThat(own("40 ms", "").answer().arrivals().getLast().widthNanos()).isZero();
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertThat(own("soon", "").answer().wrong()).startsWith("Your round trip");
    assertThat(own("", "1 MB/s").answer().wrong()).startsWith("Your round trip");
    assertThat(own("40 ms", "wide").answer().wrong()).startsWith("Your width");
    assertThat(new ScenarioForm("much", "", "", 1, false).answer().wrong()).startsWith("How much?");
  }

  private static ScenarioForm own(String roundTrip, String width) {
    return new ScenarioForm("36 GB", roundTrip, width, 1, false);
  }
}
