package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.ResolverChoice;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolveCommandTest {
  private final CliHarness cli = new CliHarness();

  @Test
  void resolversAreComparedInTheOrderGiven() {
    CliHarness.Result result =
        cli.run(
            "resolve",
            "https://shop.test/path",
            "--resolver",
            "192.0.2.53:5353",
            "--resolver",
            "https://dns.test/dns-query",
            "--runs",
            "3");
    assertThat(result.status()).isZero();
    assertThat(cli.lookups.getFirst().hosts()).containsExactly("shop.test");
    assertThat(cli.lookups.getFirst().runs()).isEqualTo(3);
    assertThat(cli.lookups.getFirst().resolvers())
        .contains(new ResolverChoice.Https(WebUrl.of("https://dns.test/dns-query")));
    assertThat(result.out()).contains("The addresses differ.").contains("Fastest is");
  }

  @Test
  void withoutResolversTheConfiguredAndTheSystemsOwnAreCompared() {
    cli.run("resolve", "shop.test");
    assertThat(cli.lookups.getFirst().resolvers())
        .isEqualTo(List.of(new ResolverChoice.Configured(), new ResolverChoice.OperatingSystem()));
  }

  @Test
  void secretsInResolverUrlsAreNotPrinted() {
    assertThat(cli.run("resolve", "shop.test", "--json").out()).doesNotContain("s3cr3t");
    assertThat(cli.run("resolve", "shop.test").out()).doesNotContain("s3cr3t");
    assertThat(cli.run("resolve", "shop.test", "--unredacted").out()).contains("s3cr3t");
  }

  @Test
  void aResolverThatFailsIsAWarning() {
    cli.lastRunFails = true;
    CliHarness.Result result = cli.run("resolve", "shop.test");
    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("gave no answer for shop.test in 1 of 1 lookups");
  }

  @Test
  void whereNoResolverAnswersTheStatusIsThree() {
    cli.everyRunFails = Optional.of(ErrorType.DNS_TIMEOUT);
    assertThat(cli.run("resolve", "shop.test").status()).isEqualTo(3);
  }

  @Test
  void wrongUseIsNamed() {
    assertThat(cli.run("resolve").status()).isEqualTo(2);
    assertThat(cli.run("resolve", "192.0.2.1").err()).contains("nothing to resolve");
    assertThat(cli.run("resolve", "a.test", "--resolver", "nobody").err())
        .contains("not a resolver");
    assertThat(cli.run("resolve", "a.test", "--runs", "0").err()).contains("--runs takes");
    assertThat(cli.run("resolve", "a.test", "--ip", "5").err()).contains("--ip takes");
  }
}
