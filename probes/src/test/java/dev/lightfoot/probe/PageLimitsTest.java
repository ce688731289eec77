package dev.lightfoot.probe;

import static dev.lightfoot.probe.PageBench.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.probe.css.StyleSheetReader;
import dev.lightfoot.probe.page.PageLimits;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a load does where a page has more than it may cost, and what it says then. The limits on
/// requests, frames and films are with other faults in [PageFaultTest].
@Timeout(120)
final class PageLimitsTest {
  private static final int MIB = 1024 * 1024;
  private static final int BLOCK = 8 * 1024;

  private PageBench bench;

  @BeforeEach
  void start() throws Exception {
    bench = PageBench.plain();
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private static List<String> notes(Run run) {
    return run.page().orElseThrow().notes();
  }

  private static String each(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }

  /// Few bytes that become so many, not few enough to be taken for a bomb.
  private static MockResponse.Builder packed(int bytes) throws IOException {
    byte[] text = new byte[bytes];
    Random random = new Random(1);
    for (int at = 0; at < bytes; at += BLOCK) {
      for (int i = 0; i < BLOCK / 100; i++) {
        text[at + i] = (byte) random.nextInt();
      }
    }
    Buffer small = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(small))) {
      sink.write(text);
    }
    return new MockResponse.Builder()
        .addHeader("Content-Type", "text/javascript")
        .addHeader("Content-Encoding", "gzip")
        .body(small);
  }

  @Test
  void noMoreConnectionsAreOpenedAheadThanALoadMay() {
    bench.page(each(23, "<link rel=preconnect href='http://h%d.test:" + bench.port() + "'>"));
    Run run = bench.load();
    assertThat(notes(run))
        .filteredOn(note -> note.startsWith("Not connected to ahead"))
        .singleElement()
        .asString()
        .startsWith("Not connected to ahead, because a load does that for 20 hosts: ")
        .contains("http://h20.test:", "http://h21.test:", "http://h22.test:")
        .doesNotContain("http://h19.test:");
  }

  @Test
  void candidatesBeyondTheListAreCounted() {
    String far = "<img src=first.png width=1440 height=9000>";
    bench.page(far + each(PageLimits.MAX_LISTED + 7, "<img loading=lazy src=%d.png>"));
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/first.png");
    assertThat(run.page().orElseThrow().candidates()).hasSize(PageLimits.MAX_LISTED);
    assertThat(notes(run))
        .singleElement()
        .asString()
        .startsWith("Candidates that are not listed: ")
        .endsWith(" and 2 more.");
  }

  @Test
  void whatHadNoRoomInTheCacheIsAskedForAgain() throws Exception {
    int each = 40 * MIB;
    assertThat(2L * each).isGreaterThan(PageLimits.MAX_CACHE_BYTES);
    MockResponse response = packed(each).addHeader("Cache-Control", "max-age=600").build();
    bench.answer("/0.js", response).answer("/1.js", response);
    bench.page("<script src=0.js></script><script src=1.js></script>");
    List<Run> runs = bench.load(1, true).runs();
    Run warm = runs.getLast();
    assertThat(warm.exchanges())
        .filteredOn(exchange -> exchange.url().endsWith(".js"))
        .extracting(exchange -> exchange.resource().isTransferred())
        .containsExactlyInAnyOrder(true, false);
    assertThat(notes(runs.getFirst())).noneMatch(note -> note.contains("kept for warm loads"));
    assertThat(notes(warm))
        .filteredOn(note -> note.contains("no more than 64 MiB are kept for warm loads"))
        .singleElement()
        .asString()
        .containsPattern("/[01]\\.js\\.$");
  }

  @Test
  void importsAreFollowedToADepth() {
    int depth = StyleSheetReader.MAX_IMPORT_DEPTH;
    bench.page("<link rel=stylesheet href=0.css>");
    for (int i = 0; i <= depth + 2; i++) {
      bench.file("/" + i + ".css", "text/css", "@import '" + (i + 1) + ".css';");
    }
    Run run = bench.load();
    assertThat(paths(run))
        .contains("/" + depth + ".css")
        .doesNotContain("/" + (depth + 1) + ".css");
    assertThat(notes(run))
        .contains("Style sheets that import each other were followed to depth " + depth + ".");
  }

  @Test
  void ofASheetThatIsTooLongTheRestIsNamed() {
    String blank = " ".repeat(StyleSheetReader.MAX_TEXT);
    bench.page("<link rel=stylesheet href=a.css><p>x");
    bench.file(
        "/a.css",
        "text/css",
        "p{background:url(first.png)}" + blank + "p{background:url(last.png)}");
    Run run = bench.load();
    assertThat(paths(run)).contains("/first.png").doesNotContain("/last.png");
    assertThat(notes(run))
        .singleElement()
        .asString()
        .startsWith("Not read to its end, because it holds more than is read of a style sheet: ")
        .endsWith("/a.css.");
  }

  @Test
  void aDocumentThatNamesMoreThanIsLookedAtSaysSo() {
    bench.page("<img src='data:,x'>".repeat(10_001) + "<img src=last.png>");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/");
    assertThat(notes(run))
        .contains("The document names more than is looked at; the rest was not asked for.");
  }
}
