package dev.lightfoot.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.Resource;
import java.io.IOException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class DevtoolsRunTest {
  private static final String SENT =
      """
      {"method":"Network.requestWillBeSent","params":{"requestId":"1","loaderId":"1",
       "frameId":"F","type":"Document","timestamp":%s,"wallTime":1000.5,
       "request":{"url":"%s","method":"GET","headers":{}},"initiator":{"type":"other"}%s}}
      """;

  @Test
  void theLabsPageIsAsItWasRecorded() throws IOException {
    Run run = RecordedEvents.shared("own/chromium-cdp-events.json");
    Sums.check(run);
    Golden.check("devtools/own-chromium.txt", RunTable.of(run));
  }

  @Test
  void aPublicPageWithEarlyHintsIsAsItWasRecorded() throws IOException {
    Run run = RecordedEvents.shared("har/chromehar-perflog-early-hints.json");
    Sums.check(run);
    Golden.check("devtools/early-hints.txt", RunTable.of(run));
  }

  @Test
  void headersThatComeInAnyOrderReachTheirHop() {
    String early = extra("Network.responseReceivedExtraInfo", 301, "a");
    String late = extra("Network.responseReceivedExtraInfo", 200, "b");
    String first = SENT.formatted("10", "http://shop.test/", "");
    String second =
        SENT.formatted(
            "10.2",
            "http://shop.test/b",
            ",\"redirectHasExtraInfo\":true,\"redirectResponse\":{\"status\":301,\"timing\":"
                + timing(10, 1, 90)
                + "}");
    Run run = RecordedEvents.run(early + first + late + second + response(10.2) + finished(10.3));
    assertThat(run.exchanges()).hasSize(2);
    assertThat(run.exchanges().get(0).response().orElseThrow().header("x")).contains("a");
    assertThat(run.exchanges().get(1).response().orElseThrow().header("x")).contains("b");
    assertThat(run.exchanges().get(1).initiator())
        .contains(new Initiator(Initiator.Type.REDIRECT, OptionalInt.of(0), OptionalInt.empty()));
    Sums.check(run);
  }

  @Test
  void aHopWithoutExtraInfoTakesNoneOfAnother() {
    String second =
        SENT.formatted(
            "10.2",
            "http://shop.test/b",
            ",\"redirectHasExtraInfo\":false,\"redirectResponse\":{\"status\":307,\"headers\":{}}");
    Run run =
        RecordedEvents.run(
            SENT.formatted("10", "http://shop.test/", "")
                + second
                + extra("Network.responseReceivedExtraInfo", 200, "b")
                + response(10.2)
                + finished(10.3));
    assertThat(run.exchanges().get(0).response().orElseThrow().header("x")).isEmpty();
    assertThat(run.exchanges().get(1).response().orElseThrow().header("x")).contains("b");
  }

  @Test
  void whatComesFromTheCacheHasNoPhases() {
    Run run =
        RecordedEvents.run(
            SENT.formatted("10", "http://shop.test/", "")
                + "{\"method\":\"Network.requestServedFromCache\",\"params\":{\"requestId\":\"1\"}}"
                + response(10)
                + finished(10.3));
    Exchange exchange = run.exchanges().getFirst();
    assertThat(exchange.resource().deliveryType()).contains(Resource.Delivery.CACHE);
    assertThat(exchange.phases().totalNanos()).isZero();
    assertThat(exchange.durationNanos()).isEqualTo(300_000_000);
    assertThat(exchange.connection()).isEmpty();
  }

  @Test
  void whatFailsIsARowWithASentence() {
    Run run =
        RecordedEvents.run(
            SENT.formatted("10", "http://shop.test/", "")
                + "{\"method\":\"Network.loadingFailed\",\"params\":{\"requestId\":\"1\","
                + "\"timestamp\":10.25,\"errorText\":\"net::ERR_NAME_NOT_RESOLVED\"}}");
    assertThat(run.exchanges().getFirst().phases().timing(Phase.DNS))
        .contains(
            new PhaseTiming.Failed(
                0,
                250_000_000,
                OptionalInt.empty(),
                "nxdomain",
                "The host's name leads to no address (ERR_NAME_NOT_RESOLVED)."));
    assertThat(run.error().orElseThrow().errorType()).isEqualTo("nxdomain");
  }

  @Test
  void whatHasNotEndedSaysSo() {
    Run run = RecordedEvents.run(SENT.formatted("10", "http://shop.test/", "") + response(10));
    assertThat(run.exchanges().getFirst().phases().timing(Phase.RECEIVE))
        .hasValueSatisfying(timing -> assertThat(timing).isInstanceOf(PhaseTiming.Failed.class));
    assertThat(run.exchanges().getFirst().response().orElseThrow().cut()).contains("timeout");
  }

  private static String timing(double requested, double sent, double came) {
    return "{\"requestTime\":%s,\"dnsStart\":-1,\"dnsEnd\":-1,\"connectStart\":-1,\"connectEnd\":-1,"
            .formatted(requested)
        + "\"sslStart\":-1,\"sslEnd\":-1,\"sendStart\":%s,\"sendEnd\":%s,".formatted(sent, sent)
        + "\"receiveHeadersStart\":%s,\"receiveHeadersEnd\":%s}".formatted(came, came + 1);
  }

  private static String response(double requested) {
    return "{\"method\":\"Network.responseReceived\",\"params\":{\"requestId\":\"1\","
        + "\"timestamp\":"
        + (requested + 0.1)
        + ",\"type\":\"Document\",\"hasExtraInfo\":true,\"response\":{\"status\":200,"
        + "\"headers\":{},\"protocol\":\"http/1.1\",\"connectionId\":7,\"timing\":"
        + timing(requested, 1, 50)
        + "}}}";
  }

  private static String finished(double at) {
    return "{\"method\":\"Network.loadingFinished\",\"params\":{\"requestId\":\"1\",\"timestamp\":"
        + at
        + ",\"encodedDataLength\":100}}";
  }

  private static String extra(String method, int status, String x) {
    return "{\"method\":\"%s\",\"params\":{\"requestId\":\"1\",\"statusCode\":%d,\"headers\":{\"x\":\"%s\"}}}"
        .formatted(method, status, x);
  }
}
