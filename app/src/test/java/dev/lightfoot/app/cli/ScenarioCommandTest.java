package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.report.words.Numbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioCommandTest {
  private CliHarness cli;

  @BeforeEach
  void console() {
    cli = new CliHarness();
  }

  @Test
  void theNumbersOfTheTalkComeOut() {
    CliHarness.Result result = cli.run("scenario", "pigeon", "nbn");
    assertThat(result.status()).isZero();
    assertThat(Numbers.plain(result.out()))
        .contains("36.0 GB sent after 1 round trip of handshakes.")
        .contains(
            "The first byte comes first by 1 MB/s line, after 100 µs; the last by pigeon with a"
                + " card, after")
        .containsPattern("pigeon with a card +20 min +at once +30 min +30 min")
        .containsPattern("1 MB/s line +66.7 µs +1.0 MB/s +100 µs +10 h");
  }

  @Test
  void allWaysAreComparedWhereNoneIsNamed() {
    assertThat(cli.run("scenario").out()).contains("pigeon", "1 MB/s", "fibre", "data centre");
  }

  @Test
  void aLineOfOnesOwnIsMeasuredByItsEnds() {
    String page =
        cli.run(
                "scenario",
                "--bytes",
                "14 kB",
                "--handshakes",
                "2",
                "--ask",
                "--between",
                "Zürich",
                "Helsinki",
                "--json")
            .out();
    assertThat(page)
        .startsWith("{\"format\":\"lightfoot/scenario\",\"version\":1,\"bytes\":14000,")
        .contains("\"handshakes\":2,\"asked\":true")
        .contains("\"name\":\"own\",\"rttNanos\":1775")
        .doesNotContain("bytesPerSecond", "pigeon");
  }

  @ParameterizedTest
  @CsvSource({
    "--bytes,many",
    "--handshakes,-1",
    "--rtt,soon",
    "--distance,far",
    "--bandwidth,fast",
    "--window,small",
    "--medium,water"
  })
  void whatCannotBeReadIsRefusedByName(String option, String value) {
    CliHarness.Result result =
        option.equals("--rtt") || option.equals("--distance")
            ? cli.run("scenario", option, value)
            : cli.run("scenario", "--distance", "10 km", option, value);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(option + " takes");
  }

  @Test
  void anUnknownWayIsRefusedWithThoseThereAre() {
    assertThat(cli.run("scenario", "snail").err()).contains("pigeon, nbn, fibre, data-centre");
  }

  @Test
  void aLineNeedsALength() {
    assertThat(cli.run("scenario", "--bandwidth", "1 MB/s").err()).contains("How long");
  }
}
