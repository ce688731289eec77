package dev.lightfoot.codec.har;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.webpagetest.WebPageTestReader;
import dev.lightfoot.model.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is read of a file that holds more than is kept, and what is said then.
final class HarLimitsTest {
  private static final String A = "https://a.test/";
  private static final String TIMINGS = "{\"send\":0,\"wait\":7,\"receive\":0}";

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A file of so many of that, made while it is read.
  private static InputStream file(String before, String piece, int count, String after) {
    byte[] one = piece.getBytes(StandardCharsets.UTF_8);
    InputStream pieces =
        new SequenceInputStream(
            Collections.enumeration(
                IntStream.range(0, count)
                    .mapToObj(_ -> (InputStream) new ByteArrayInputStream(one))
                    .toList()));
    return new SequenceInputStream(new SequenceInputStream(bytes(before), pieces), bytes(after));
  }

  private static String entry(String more) {
    return "{\"startedDateTime\":\"2026-01-02T03:04:05Z\",\"request\":{\"url\":\"https://a.test/\"%s"
        .formatted(more);
  }

  @Test
  void entriesBeyondTheLimitAreLeftOutAndCounted() throws IOException {
    ReadCapture read =
        ReadCapture.of(
            new HarReader(),
            file("{\"log\":{\"entries\":[", "7,", HarDocument.MAX_ENTRIES, entry("}},{},{}]}}")));
    assertThat(read.snapshots).isEmpty();
    assertThat(read.skipped).hasSize(HarDocument.MAX_ENTRIES);
    assertThat(read.warnings).containsExactly("Entries beyond the first 100000 were left out: 3.");
  }

  @Test
  void pagesBeyondTheLimitAreLeftOutAndCounted() throws IOException {
    String page = "{\"id\":\"p\",\"startedDateTime\":\"2026-01-02T03:04:05Z\"},";
    ReadCapture read =
        ReadCapture.of(
            new HarReader(),
            file(
                "{\"log\":{\"pages\":[",
                page,
                HarDocument.MAX_PAGES,
                "{\"id\":\"late\"},{\"id\":\"later\"}],\"entries\":["
                    + entry("},\"pageref\":\"late\"}]}}")));
    assertThat(read.exchanges()).hasSize(1);
    assertThat(read.warnings)
        .containsExactly("What the file says of pages beyond the first 1000 was left out: 2.");
  }

  @Test
  void headerLinesOfAFileBeyondTheLimitAreLeftOutAndSaid() throws IOException {
    int chars = MessageReader.MAX_CHARS - 1;
    int entries = (int) (HarDocument.MAX_KEPT_CHARS / chars) + 2;
    String one =
        entry(",\"headers\":[{\"name\":\"a\",\"value\":\"" + "x".repeat(chars - 1) + "\"}]}},");
    ReadCapture read =
        ReadCapture.of(
            new HarReader(), file("{\"log\":{\"entries\":[", one, entries, entry("}}]}}")));
    assertThat(read.exchanges()).hasSize(entries + 1);
    assertThat(read.exchanges().getFirst().request().headers()).hasSize(1);
    assertThat(read.exchanges().get(entries - 1).request().headers()).isEmpty();
    assertThat(read.warnings)
        .singleElement()
        .asString()
        .endsWith("together they are longer than 64 million characters.");
  }

  @Test
  void headerLinesOfOneMessageBeyondTheLimitAreLeftOutAndCounted() throws IOException {
    String line = "{\"name\":\"a\",\"value\":\"" + "x".repeat(MessageReader.MAX_CHARS - 1) + "\"}";
    String more = ",{\"name\":\"b\",\"value\":\"1\"}";
    String answered = "},\"response\":{\"status\":200,\"headers\":[" + line + "%s]}}";
    ReadCapture just = MadeHar.by("x").raw(entry(answered.formatted(""))).read();
    assertThat(just.only().response().orElseThrow().headers()).hasSize(1);
    assertThat(just.repairs()).doesNotContainKey(HarRepair.HEADERS_CUT + "?");
    ReadCapture cut = MadeHar.by("x").raw(entry(answered.formatted(more))).read();
    assertThat(cut.only().response().orElseThrow().headers()).hasSize(1);
    assertThat(cut.repairs()).containsEntry(HarRepair.HEADERS_CUT + "?", 1);
  }

  @Test
  void aMethodIsAWordOfBoundedLength() throws IOException {
    Exchange exchange =
        MadeHar.by("x")
            .raw(entry(",\"method\":\"G\\u001bE T" + "T".repeat(99) + "\"}}"))
            .read()
            .only();
    assertThat(exchange.method()).hasSize(32).matches("GET+");
  }

  @Test
  void theNameOfAProgramIsCut() throws IOException {
    ReadCapture read = MadeHar.by("W".repeat(5_000)).entry(A, "7", TIMINGS, "").read();
    String writer =
        read.runs().getFirst().page().orElseThrow().source().orElseThrow().writer().orElseThrow();
    assertThat(writer).isEqualTo("W".repeat(200) + " 1");
  }

  @Test
  void whatBeginsOrEndsHalfADayLaterIsNoPartOfThePage() throws IOException {
    String late =
        "{\"startedDateTime\":\"2026-01-02T15:04:06Z\",\"request\":{\"url\":\"https://a.test/late\"}}";
    ReadCapture read =
        MadeHar.by("x")
            .entry(A, "7", TIMINGS, "")
            .raw(late)
            .entry(A + "long", "43200001", "{\"wait\":43200001}", "")
            .entry(A + "just", "43199000", "{\"wait\":43199000}", "")
            .read();
    assertThat(read.exchanges()).extracting(Exchange::url).containsExactly(A, A + "just");
    assertThat(read.skipped)
        .hasSize(2)
        .allMatch(
            each -> each.endsWith("It begins or ends more than 12 hours after the page began."));
  }

  @Test
  void aPageThatBeganAnHourBeforeItsFirstRequestHasNoSuchStart() throws IOException {
    String pages = "[{\"id\":\"p\",\"startedDateTime\":\"2026-01-02T02:04:0%dZ\"}]";
    MadeHar near =
        MadeHar.by("x").pages(pages.formatted(5)).entry(A, "7", TIMINGS, ",\"pageref\":\"p\"");
    MadeHar far =
        MadeHar.by("x").pages(pages.formatted(4)).entry(A, "7", TIMINGS, ",\"pageref\":\"p\"");
    assertThat(near.read().only().startNanos()).isEqualTo(3_600_000_000_000L);
    assertThat(far.read().only().startNanos()).isZero();
  }

  @Test
  void callsWithinCallsAreFollowedToADepth() throws IOException {
    String stack = "{\"parent\":".repeat(5_000) + "{\"callFrames\":[]}" + "}".repeat(5_000);
    ReadCapture read =
        MadeHar.by("x")
            .entry(A, "7", TIMINGS, ",\"_initiator\":{\"type\":\"script\",\"stack\":" + stack + "}")
            .entry(A + "b", "7", TIMINGS, "")
            .read();
    assertThat(read.exchanges()).hasSize(2);
  }

  @Test
  void requestsOfAViewBeyondTheLimitAreLeftOutAndCounted() throws IOException {
    ReadCapture read =
        ReadCapture.of(
            new WebPageTestReader(),
            file(
                "{\"data\":{\"runs\":{\"1\":{\"firstView\":{\"requests\":["
                    + "{\"full_url\":\"https://a.test/\",\"load_start\":0,\"ttfb_ms\":5,\"responseCode\":200},",
                "{},",
                100_000,
                "{}]}}}}}"));
    assertThat(read.exchanges()).hasSize(1);
    assertThat(read.warnings)
        .containsExactly("run 1: requests beyond the first 100000 were left out: 2.");
  }
}
