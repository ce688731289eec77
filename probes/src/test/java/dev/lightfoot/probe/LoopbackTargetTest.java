package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.loopback.LoopbackTarget;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoopbackTargetTest {
  private static Run run(LoopbackTarget target, HttpChoice http) {
    return new ProbeBench(TrustAnchors.only(target.root()))
        .resolver(new ResolverChoice.Server(target.nameServer()))
        .http(http)
        .run(target.url().toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void theWarmUpGoesThroughRedirectsOnOneConnection(HttpChoice http) throws Exception {
    try (LoopbackTarget target = new LoopbackTarget(2)) {
      Run run = run(target, http);
      assertThat(error(run)).isEqualTo("none");
      assertThat(run.exchanges())
          .extracting(each -> each.status().orElseThrow())
          .containsExactly(302, 302, 200);
      assertThat(run.exchanges())
          .extracting(each -> each.connection().orElseThrow().id())
          .containsOnly(run.exchanges().getFirst().connection().orElseThrow().id());
      assertThat(run.exchanges()).allSatisfy(LoopbackTargetTest::hasTheFieldsOfAnAnswer);
    }
  }

  private static void hasTheFieldsOfAnAnswer(Exchange exchange) {
    assertThat(exchange.response().orElseThrow().headers())
        .extracting(header -> header.name().toLowerCase(java.util.Locale.ROOT))
        .contains("content-type", "content-length");
  }

  @Test
  void withoutRedirectsItAnswersAtOnce() throws Exception {
    try (LoopbackTarget target = new LoopbackTarget(0)) {
      assertThat(run(target, HttpChoice.HTTP_2).exchanges()).hasSize(1);
    }
  }
}
