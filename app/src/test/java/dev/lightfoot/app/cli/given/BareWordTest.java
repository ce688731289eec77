package dev.lightfoot.app.cli.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.app.cli.CliHarness;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BareWordTest {
  private static final List<String> COMMANDS =
      List.of("probe", "stack", "resolve", "ingest", "receive", "snapshot", "convert");

  private static void check(String word) throws Refusal {
    BareWord.check(word, COMMANDS, host -> host.equals("localhost") || host.equals("nas"));
  }

  @ParameterizedTest
  @CsvSource({"porbe, probe", "snap, snapshot", "recieve, receive", "INGST, ingest", "stak, stack"})
  void theNearestCommandIsProposed(String word, String command) {
    assertThatThrownBy(() -> check(word))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("There is no command \"" + word + "\"; the nearest is " + command)
        .hasMessageContaining("lightfoot probe " + word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuchcommand", "x", "frobnicate"})
  void aWordUnlikeAnyCommandIsSentToTheListOfThem(String word) {
    assertThatThrownBy(() -> check(word))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(
            "There is no command \"" + word + "\"; lightfoot --help lists them. If it is a host:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "nas",
        "NAS",
        "shop.test",
        "nas:8080",
        "nas/",
        "[::1]",
        "https://nas"
      })
  void whatMayBeAnAddressIsTakenForOne(String word) {
    assertThatCode(() -> check(word)).doesNotThrowAnyException();
  }

  @Test
  void theProgramEndsWithWrongUseAndMeasuresNothing() {
    CliHarness.Result result = new CliHarness().run("nosuchcommand");
    assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(result.err()).contains("There is no command \"nosuchcommand\"");
    assertThat(result.out()).isEmpty();
  }
}
