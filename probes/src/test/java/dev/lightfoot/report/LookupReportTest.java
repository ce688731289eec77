package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LookupReportTest {
  private static final Snapshot SNAPSHOT = Samples.withHosts(Samples.shop());

  private static Lookup took(long micros, String... addresses) {
    return new Lookup(
        micros * 1_000, OptionalInt.of(1), List.of(addresses), Optional.empty(), Samples.queries());
  }

  private static Lookup silent() {
    return new Lookup(
        5_000_000_000L,
        OptionalInt.of(0),
        List.of(),
        Optional.of(
            new RunError(
                Optional.of(Phase.DNS),
                "dns-timeout",
                "The resolver 192.0.2.53:53 did not answer within 5 s.")),
        List.of());
  }

  private static ResolverLookups resolver(
      String name, Optional<HostFacts> facts, Lookup... lookups) {
    return new ResolverLookups("www.shop.test", name, List.of(lookups), facts);
  }

  @Test
  void resolversStandSideBySide() throws IOException {
    List<ResolverLookups> results =
        List.of(
            resolver(
                "10.77.2.2:53",
                Optional.of(SNAPSHOT.hosts().getFirst()),
                took(10_100, "10.77.1.2"),
                took(9_900, "10.77.1.2")),
            resolver("https://dns.test/dns-query", Optional.empty(), took(42_000, "10.77.9.9")),
            resolver("192.0.2.53:53", Optional.empty(), silent(), silent()));
    Golden.check("report/resolve.txt", LookupReport.of(results));
    assertThat(LookupReport.of(results).lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void addressesInAnotherOrderAreTheSameAnswer() {
    List<ResolverLookups> results =
        List.of(
            resolver("a", Optional.empty(), took(1, "10.0.0.1", "10.0.0.2")),
            resolver("b", Optional.empty(), took(1, "10.0.0.2", "10.0.0.1")));
    assertThat(LookupReport.of(results)).contains("All give the same addresses.");
  }

  @Test
  void theMedianLeavesFailuresOut() {
    ResolverLookups result =
        resolver("a", Optional.empty(), took(10, "x"), silent(), took(30, "x"));
    assertThat(result.medianNanos()).hasValue(20_000);
    assertThat(result.answered()).hasSize(2);
  }
}
