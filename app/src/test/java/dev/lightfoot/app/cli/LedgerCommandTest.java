package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class LedgerCommandTest {
  private static final String SAMPLE = "assets/samples/page.lightfoot.json";

  private final CliHarness cli = new CliHarness();
  @TempDir private Path folder;

  private void save(String name) {
    cli.run(folder, "probe", "https://shop.test/?token=abc", "--runs", "1", "--save", name);
  }

  @Test
  void aKeptSnapshotIsBilledByItsName() {
    save("before");
    CliHarness.Result result = cli.run(folder, "ledger", "before");
    assertThat(result.status()).isZero();
    assertThat(result.out())
        .startsWith("https://shop.test/?token=[redacted]")
        .contains("Ledger of run 1")
        .doesNotContain("abc");
  }

  @Test
  void aFileIsBilledAsJson() {
    Path file = Path.of(System.getProperty("lightfoot.root", ".."), SAMPLE);
    CliHarness.Result result = cli.run(folder, "ledger", file.toString(), "--json");
    JsonNode document = JsonMapper.shared().readTree(result.out());
    assertThat(document.get("format").asString()).isEqualTo("lightfoot/ledger");
    JsonNode ledger = document.get("ledgers").get(0);
    assertThat(ledger.get("of").asString()).isEqualTo("page");
    assertThat(ledger.get("all").get("trips").asInt()).isEqualTo(29);
    assertThat(ledger.get("critical").get("trips").asInt()).isEqualTo(11);
    assertThat(document.get("fit").get("refused").asString()).isEqualTo("too-few");
  }

  @Test
  void severalAreToldTogetherAndWhyNoLineIsDrawn() {
    save("one");
    save("two");
    assertThat(cli.run(folder, "ledger", "one", "two").out())
        .contains("What each waits for")
        .contains("one ")
        .contains("First byte by distance");
  }

  @Test
  void whatIsNoSnapshotIsWrongUse() {
    assertThat(cli.run(folder, "ledger", "nosuch").status()).isEqualTo(2);
    assertThat(cli.run(folder, "ledger", "https://shop.test/").status()).isEqualTo(2);
    assertThat(cli.run(folder, "ledger").status()).isEqualTo(2);
  }

  @Test
  void anotherRunThanTheOneNearestToTheMedianCanBeBilled() {
    String file = Path.of(System.getProperty("lightfoot.root", ".."), SAMPLE).toString();
    assertThat(cli.run(folder, "ledger", file, "--run", "2").out()).contains("what run 2 waits");
    CliHarness.Result none = cli.run(folder, "ledger", file, "--run", "6");
    assertThat(none.status()).isEqualTo(2);
    assertThat(none.err()).contains("The snapshot has runs 1 to 5.");
    assertThat(cli.run(folder, "ledger", file, file, "--run", "1").status()).isEqualTo(2);
  }
}
