package dev.lightfoot.codec.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Priority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class HarReaderTest {
  private static final String A = "https://a.test/";
  private static final String INCLUSIVE =
      "{\"blocked\":1,\"dns\":2,\"connect\":30,\"ssl\":20,\"send\":1,\"wait\":40,\"receive\":5}";

  @Test
  void sslLiesWithinConnectAndDurationsBecomeInstants() throws IOException {
    Exchange exchange = MadeHar.by("x").entry(A, "79", INCLUSIVE, "").read().only();
    assertThat(millis(exchange, Phase.BLOCKED)).containsExactly(0, 1);
    assertThat(millis(exchange, Phase.DNS)).containsExactly(1, 3);
    assertThat(millis(exchange, Phase.TCP)).containsExactly(3, 13);
    assertThat(millis(exchange, Phase.TLS)).containsExactly(13, 33);
    assertThat(millis(exchange, Phase.SEND)).containsExactly(33, 34);
    assertThat(millis(exchange, Phase.WAIT)).containsExactly(34, 74);
    assertThat(millis(exchange, Phase.RECEIVE)).containsExactly(74, 79);
    assertThat(exchange.gapNanos()).isZero();
  }

  @Test
  void whereTheSumsSaySoSslIsCountedBesideConnect() throws IOException {
    ReadCapture read = MadeHar.by("x").entry(A, "99", INCLUSIVE, "").read();
    assertThat(millis(read.only(), Phase.TCP)).containsExactly(3, 33);
    assertThat(millis(read.only(), Phase.TLS)).containsExactly(33, 53);
    assertThat(read.only().durationNanos()).isEqualTo(99_000_000);
    assertThat(read.repairs()).containsEntry(HarRepair.CONNECT_WITHOUT_SSL, 1);
  }

  @Test
  void whatDoesNotAddUpStaysAGap() throws IOException {
    ReadCapture read = MadeHar.by("x").entry(A, "179", INCLUSIVE, "").read();
    assertThat(read.only().gapNanos()).isEqualTo(100_000_000);
    assertThat(read.repairs()).containsOnlyKeys(HarRepair.TIME_EXCEEDS_PHASES + "?");
  }

  @Test
  void zeroMeansReusedToSomeWriters() throws IOException {
    String zero = "{\"dns\":0,\"connect\":0,\"send\":0,\"wait\":7,\"receive\":0}";
    ReadCapture read = MadeHar.by("Firefox").entry(A, "7", zero, "").read();
    assertThat(read.only().phases().timing(Phase.TCP))
        .contains(new PhaseTiming.NotApplicable(PhaseTiming.Reason.REUSED));
    assertThat(read.repairs()).containsEntry(HarRepair.ZERO_CONNECT, 1);
  }

  @Test
  void aQueueBeforeTheEntryIsPartOfTheRequest() throws IOException {
    String queued = "{\"blocked\":2,\"send\":0,\"wait\":7,\"receive\":0,\"_queued\":30}";
    Exchange exchange =
        MadeHar.by("chrome-har")
            .pages("[{\"id\":\"p\",\"startedDateTime\":\"2026-01-02T03:04:04Z\"}]")
            .entry(A, "9", queued, ",\"pageref\":\"p\"")
            .read()
            .only();
    assertThat(exchange.startNanos()).isEqualTo(970_000_000);
    assertThat(millis(exchange, Phase.BLOCKED)).containsExactly(970, 1_002);
    assertThat(exchange.endNanos()).isEqualTo(1_009_000_000);
  }

  @Test
  void secondsAreMadeMilliseconds() throws IOException {
    String seconds = "{\"send\":0,\"wait\":0.07,\"receive\":0.009}";
    ReadCapture read = MadeHar.by("mitmproxy").entry(A, "79", seconds, "").read();
    assertThat(millis(read.only(), Phase.WAIT)).containsExactly(0, 70);
    assertThat(read.repairs()).containsEntry(HarRepair.SECONDS, 1);
  }

  @Test
  void aTimeThatIsNullIsTheSumOfThePhases() throws IOException {
    ReadCapture read = MadeHar.by("x").entry(A, "null", INCLUSIVE, "").read();
    assertThat(read.only().durationNanos()).isEqualTo(79_000_000);
    assertThat(read.repairs()).containsOnlyKeys(HarRepair.TIME_MISSING);
  }

  @Test
  void impossibleLengthsAreLeftOut() throws IOException {
    String timings = "{\"send\":-7,\"wait\":1e400,\"receive\":4}";
    ReadCapture read = MadeHar.by("x").entry(A, "9", timings, "").read();
    assertThat(read.only().phases().byPhase()).containsOnlyKeys(Phase.RECEIVE);
    assertThat(read.only().gapNanos()).isEqualTo(5_000_000);
    assertThat(read.repairs())
        .containsEntry(HarRepair.NEGATIVE_TIMING + "?", 1)
        .containsEntry(HarRepair.IMPOSSIBLE_TIMING + "?", 1);
  }

  @Test
  void pagesOfOneUrlAreRunsAndOthersAreOtherSnapshots() throws IOException {
    String pages =
        "[{\"id\":\"p1\",\"startedDateTime\":\"2026-01-02T03:04:05Z\"},"
            + "{\"id\":\"p2\",\"startedDateTime\":\"2026-01-02T03:04:05Z\"},"
            + "{\"id\":\"p3\",\"startedDateTime\":\"2026-01-02T03:04:05Z\"}]";
    ReadCapture read =
        MadeHar.by("x")
            .pages(pages)
            .entry(A, "79", INCLUSIVE, ",\"pageref\":\"p1\"")
            .entry("https://b.test/", "79", INCLUSIVE, ",\"pageref\":\"p2\"")
            .entry(A, "79", INCLUSIVE, ",\"pageref\":\"p3\"")
            .read();
    assertThat(read.snapshots).extracting(Snapshot::target).containsExactly(A, "https://b.test/");
    assertThat(read.snapshots).extracting(each -> each.runs().size()).containsExactly(2, 1);
  }

  @Test
  void theSameFileHasTheSameIdWheneverItIsRead() throws IOException {
    MadeHar har = MadeHar.by("x").entry(A, "79", INCLUSIVE, "");
    assertThat(har.read().snapshots).isEqualTo(har.read().snapshots);
    assertThat(har.entry(A, "79", INCLUSIVE, "").read().snapshots.getFirst().id())
        .isNotEqualTo(
            MadeHar.by("x").entry(A, "79", INCLUSIVE, "").read().snapshots.getFirst().id());
  }

  @Test
  void redirectsAndInitiatorsAreFound() throws IOException {
    ReadCapture read =
        MadeHar.by("x")
            .raw(
                "{\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"request\":{\"url\":\"http://a.test\"},"
                    + "\"response\":{\"status\":301,\"redirectURL\":\"https://a.test/\"}}")
            .entry(A, "79", INCLUSIVE, "")
            .entry(
                "https://a.test/a.css",
                "79",
                INCLUSIVE,
                ",\"_resourceType\":\"stylesheet\",\"_priority\":\"VeryHigh\","
                    + "\"_initiator\":{\"type\":\"parser\",\"url\":\"https://a.test/\",\"lineNumber\":4}")
            .entry(
                "https://a.test/f.woff2",
                "79",
                INCLUSIVE,
                ",\"_initiator\":{\"type\":\"parser\",\"url\":\"https://a.test/a.css\"}")
            .read();
    List<Exchange> exchanges = read.exchanges();
    assertThat(exchanges.get(1).redirectedFrom()).contains("http://a.test/");
    assertThat(exchanges.get(2).initiator())
        .contains(new Initiator(Initiator.Type.PARSER, OptionalInt.of(1), OptionalInt.of(5)));
    assertThat(exchanges.get(2).resource().priority()).contains(Priority.HIGHEST);
    assertThat(exchanges.get(3).initiator())
        .contains(new Initiator(Initiator.Type.CSS, OptionalInt.of(2), OptionalInt.empty()));
    assertThat(read.runs().getFirst().page().orElseThrow().documentExchange()).hasValue(1);
  }

  @Test
  void aFailedRequestSaysWhereItFailed() throws IOException {
    Exchange exchange =
        MadeHar.by("x")
            .raw(
                "{\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"time\":12,\"request\":{\"url\":\""
                    + A
                    + "\"},\"timings\":{\"dns\":2,\"connect\":10,\"send\":0,\"wait\":0,\"receive\":0},"
                    + "\"response\":{\"status\":0,\"_error\":\"net::ERR_CONNECTION_REFUSED\"}}")
            .read()
            .only();
    assertThat(exchange.status()).isEmpty();
    assertThat(exchange.response()).isEmpty();
    assertThat(exchange.phases().timing(Phase.TCP).orElseThrow())
        .isEqualTo(
            new PhaseTiming.Failed(
                2_000_000,
                10_000_000,
                OptionalInt.empty(),
                "connection-refused",
                "net::ERR_CONNECTION_REFUSED"));
  }

  @Test
  void aBadEntrySpoilsNoFile() throws IOException {
    ReadCapture read =
        MadeHar.by("x")
            .raw("7")
            .raw("{}")
            .raw("{\"request\":{\"url\":\"https://a.test/\"}}")
            .entry("data:text/plain,x", "1", "{}", "")
            .entry("https://" + "x".repeat(HarRuns.LONGEST_URL), "1", "{}", "")
            .entry(A, "79", INCLUSIVE, "")
            .raw(
                "{\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"time\":NaN,\"request\":{\"url\":\"https://n.test/\"}}")
            .read();
    assertThat(read.exchanges()).hasSize(2);
    assertThat(read.skipped)
        .containsExactly(
            "/log/entries/0: It is not an object.",
            "/log/entries/1: It holds no request.",
            "/log/entries/2: It does not say when it began: startedDateTime is missing or no date.",
            "/log/entries/3: It was not asked for over the network: its URL begins with data:",
            "/log/entries/4: Its URL is longer than 64 KiB.");
  }

  @Test
  void whatComesBeforeTheEndOfACutFileIsRead() throws IOException {
    String whole =
        MadeHar.by("x").entry(A, "79", INCLUSIVE, "").entry(A, "79", INCLUSIVE, "").toString();
    ReadCapture read = ReadCapture.har(whole.substring(0, whole.length() - 60));
    assertThat(read.exchanges()).hasSize(1);
    assertThat(read.skipped).hasSize(1).first().asString().startsWith("/log/entries/1: ");
  }

  @Test
  void headerLinesBeyondTheLimitAreLeftOutAndCounted() throws IOException {
    String lines = "{\"name\":\"a\",\"value\":\"b\"},".repeat(MessageReader.MAX_LINES + 1);
    ReadCapture read =
        MadeHar.by("x")
            .raw(
                "{\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"request\":{\"url\":\"https://a.test/\"},"
                    + "\"response\":{\"status\":200,\"headers\":["
                    + lines
                    + "{}]}}")
            .read();
    assertThat(read.only().response().orElseThrow().headers()).hasSize(MessageReader.MAX_LINES);
    assertThat(read.repairs()).containsEntry(HarRepair.HEADERS_CUT + "?", 1);
  }

  @Test
  void whatIsTooLongToBeKeptIsLeftOutAndCounted() throws IOException {
    String custom = ",\"_long\":\"" + "x".repeat(Kept.LONGEST) + "\",\"_short\":1";
    ReadCapture read = MadeHar.by("x").entry(A, "79", INCLUSIVE, custom).read();
    assertThat(read.snapshots.getFirst().unknown())
        .containsEntry("/runs/0/exchanges/0/har", "{\"_short\":1}");
    assertThat(read.repairs()).containsEntry(HarRepair.FIELDS_LEFT_OUT + "?", 1);
  }

  @Test
  void repeatViewsAreWarm() throws IOException {
    ReadCapture read =
        MadeHar.by("WebPagetest")
            .pages("[{\"id\":\"page_1_1\",\"startedDateTime\":\"2026-01-02T03:04:05Z\"}]")
            .entry(A, "79", INCLUSIVE, ",\"pageref\":\"page_1_1\"")
            .read();
    assertThat(read.runs().getFirst().state()).isEqualTo(RunState.WARM);
  }

  @Test
  void aCancelledReadingGivesNothingOut() throws IOException {
    byte[] bytes =
        MadeHar.by("x").entry(A, "79", INCLUSIVE, "").toString().getBytes(StandardCharsets.UTF_8);
    ReadCapture read =
        new ReadCapture() {
          @Override
          public boolean cancelled() {
            return true;
          }
        };
    new HarReader().read(new ByteArrayInputStream(bytes), read);
    assertThat(read.snapshots).isEmpty();
  }

  @Test
  void onlyHarsAreRecognised() {
    assertThat(sure(MadeHar.by("x").toString().substring(0, 60))).isPositive();
    assertThat(sure("\uFEFF{\"log\":{\"entries\":[")).isPositive();
    assertThat(sure("{\"log\":\"a line\",\"stream\":\"stdout\"}\n")).isZero();
    assertThat(sure("{\"log\":{\"level\":\"info\"}}")).isZero();
    assertThat(sure("<!doctype html>")).isZero();
    assertThat(sure("")).isZero();
  }

  private static int sure(String beginning) {
    return new HarReader().recognises(beginning.getBytes(StandardCharsets.UTF_8));
  }

  /// Start and end.
  private static List<Integer> millis(Exchange exchange, Phase phase) {
    PhaseTiming.Measured it = (PhaseTiming.Measured) exchange.phases().timing(phase).orElseThrow();
    return List.of(
        (int) (it.startNanos() / 1_000_000),
        (int) ((it.startNanos() + it.durationNanos()) / 1_000_000));
  }
}
