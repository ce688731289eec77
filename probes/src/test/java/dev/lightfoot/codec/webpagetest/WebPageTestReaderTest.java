package dev.lightfoot.codec.webpagetest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.codec.har.ReadCapture;
import dev.lightfoot.codec.har.WrittenHar;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Evidence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class WebPageTestReaderTest {
  private static final long MILLI = 1_000_000;

  @Test
  void aResultOfThreeRunsIsReadWithBothViews() throws IOException {
    byte[] file = Files.readAllBytes(Collected.shared("har/wptapi-multirun.json"));
    WebPageTestReader reader = new WebPageTestReader();
    assertThat(reader.recognises(Arrays.copyOf(file, 64 * 1024))).isPositive();
    ReadCapture read = ReadCapture.of(reader, file);
    assertThat(read.skipped).isEmpty();
    assertThat(read.snapshots).hasSize(1);
    assertThat(read.runs())
        .extracting(Run::state)
        .containsExactly(
            RunState.COLD,
            RunState.WARM,
            RunState.COLD,
            RunState.WARM,
            RunState.COLD,
            RunState.WARM);
    Run first = read.runs().getFirst();
    assertThat(first.page().orElseThrow().marks().loadNanos()).hasValue(2_194 * MILLI);
    assertThat(first.page().orElseThrow().marks().domContentLoadedNanos()).hasValue(892 * MILLI);
    assertThat(first.page().orElseThrow().source().orElseThrow().browser())
        .contains("Google Chrome 38.0.2125.111");
    assertThat(first.page().orElseThrow().documentExchange()).hasValue(1);
    redirectThatBeganAtZero(first.exchanges().get(0));
    assertThat(first.exchanges().get(1).redirectedFrom()).contains("http://www.google.com/");
    assertThat(read.repairs()).containsKey(AskedExchange.CONNECT_AT_ZERO);
  }

  private static void redirectThatBeganAtZero(Exchange exchange) {
    assertThat(exchange.status()).hasValue(302);
    assertThat(exchange.protocol()).contains("http/1.1");
    assertThat(exchange.phases().timing(Phase.TCP)).contains(measured(0, 49));
    assertThat(exchange.phases().timing(Phase.WAIT)).contains(measured(49, 117));
    assertThat(exchange.response().orElseThrow().header("location"))
        .contains("https://www.google.com/?gws_rd=ssl");
    assertThat(exchange.durationNanos()).isEqualTo(166 * MILLI);
  }

  private static PhaseTiming measured(long startMillis, long millis) {
    return new PhaseTiming.Measured(
        startMillis * MILLI, millis * MILLI, OptionalInt.empty(), Evidence.IMPORTED);
  }

  @Test
  void aResultSurvivesAsHar() throws IOException {
    byte[] file = Files.readAllBytes(Collected.shared("har/wptapi-multirun.json"));
    Snapshot snapshot = ReadCapture.of(new WebPageTestReader(), file).snapshots.getFirst();
    WrittenHar written = WrittenHar.of(snapshot);
    assertThat(written.faults()).isEmpty();
    assertThat(written.readAgain()).containsExactly(snapshot);
  }

  @Test
  void theTimeBetweenPhasesIsAGapWhereItLies() throws IOException {
    Exchange exchange =
        read("\"connect_start\":10,\"connect_end\":20,\"connect_ms\":10,\"load_start\":50,"
                + "\"ttfb_ms\":5,\"download_start\":55,\"download_ms\":0")
            .exchanges()
            .getFirst();
    assertThat(exchange.phases().timing(Phase.WAIT)).contains(measured(50, 5));
    assertThat(exchange.gapNanos()).isEqualTo(30 * MILLI);
  }

  @Test
  void aBadRequestSpoilsNoFile() throws IOException {
    ReadCapture read = read("\"load_start\":\"x\"");
    assertThat(read.snapshots).isEmpty();
    assertThat(read.skipped)
        .isEqualTo(
            List.of(
                "run 1, request 1: It does not say when it began, or that is more than 12 hours"
                    + " away."));
  }

  private static ReadCapture read(String times) throws IOException {
    String json =
        "{\"data\":{\"runs\":{\"1\":{\"firstView\":{\"date\":1415298675,\"requests\":[{\"full_url\":"
            + "\"http://a.test/\",\"responseCode\":200,"
            + times
            + "}]}}}}}";
    return ReadCapture.of(new WebPageTestReader(), json.getBytes(StandardCharsets.UTF_8));
  }
}
