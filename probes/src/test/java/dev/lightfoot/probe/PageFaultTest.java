package dev.lightfoot.probe;

import static dev.lightfoot.probe.PageBench.end;
import static dev.lightfoot.probe.PageBench.paths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.page.PageLimits;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Pages with something wrong: each still stands, and says what is.
@Timeout(60)
final class PageFaultTest {
  /// To one host, over http/1.1.
  private static final int CONNECTIONS = 6;

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

  private static PhaseTiming.Failed failed(Exchange exchange) {
    return exchange.phases().byPhase().values().stream()
        .filter(PhaseTiming.Failed.class::isInstance)
        .map(PhaseTiming.Failed.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing failed: " + exchange));
  }

  @Test
  void aPageThatIsNotThereIsLoadedAllTheSame() {
    bench.answer(
        "/",
        new MockResponse.Builder()
            .code(404)
            .addHeader("Content-Type", "text/html")
            .body("<link rel=stylesheet href=a.css>gone")
            .build());
    bench.file("/a.css", "text/css", "");
    Run run = bench.load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run)).containsExactly("/", "/a.css");
    assertThat(run.exchanges().getFirst().status()).hasValue(404);
  }

  @Test
  void anEmptyPageIsAPage() {
    Run run = bench.page("").load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run)).containsExactly("/");
    assertThat(run.page().orElseThrow().marks().loadNanos()).isPresent();
  }

  @Test
  void inWhatIsNotHtmlNothingIsLookedFor() {
    Run run = bench.file("/", "application/json", "{\"a\":\"<img src=b.png>\"}").load();
    assertThat(paths(run)).containsExactly("/");
    assertThat(notes(run))
        .containsExactly(
            "The document is application/json, not HTML: nothing was looked for in it.");
  }

  @Test
  void aDocumentThatDoesNotComeIsAnErrorOfTheRun() {
    bench.answer(
        "/", new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    Run run = bench.load();
    assertThat(run.error().flatMap(RunError::phase)).contains(Phase.WAIT);
    assertThat(run.page().orElseThrow().marks().loadNanos()).isEmpty();
  }

  @Test
  void aHostThatIsDeadIsARowThatFailed() {
    bench.page("<img src='http://127.0.0.1:1/dead.png'><img src='http://127.0.0.1:2047/x.png'>");
    Run run = bench.load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run)).containsExactly("/", "/x.png");
    assertThat(failed(PageBench.of(run, "/x.png")).errorType()).isEqualTo("connection-refused");
    assertThat(notes(run))
        .containsExactly(
            "Not asked for, because browsers block the port: http://127.0.0.1:1/dead.png.");
    assertThat(run.page().orElseThrow().marks().loadNanos().orElseThrow()).isEqualTo(end(run));
  }

  @Test
  void aResourceThatNeverEndsIsGivenUp() {
    bench.page("<link rel=stylesheet href=a.css><img src=slow.png>");
    bench.file("/a.css", "text/css", "");
    bench.answer(
        "/slow.png",
        new MockResponse.Builder().headersDelay(1, java.util.concurrent.TimeUnit.MINUTES).build());
    Run run = bench.timeout(Duration.ofMillis(900)).load();
    assertThat(run.error()).isEmpty();
    assertThat(failed(PageBench.of(run, "/slow.png")).errorType()).isEqualTo("timeout");
    assertThat(run.page().orElseThrow().marks().loadNanos()).isEmpty();
    assertThat(notes(run)).containsExactly("After 900 ms what was not there yet was given up.");
  }

  @Test
  void redirectsInACircleEndWithTheRowThatLeadsBack() {
    bench.page("<img src=a>");
    bench.answer("/a", new MockResponse.Builder().code(302).addHeader("Location", "/b").build());
    bench.answer("/b", new MockResponse.Builder().code(302).addHeader("Location", "/a").build());
    Run run = bench.load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run)).containsExactly("/", "/a", "/b");
    Exchange second = PageBench.of(run, "/b");
    assertThat(second.redirectedFrom()).contains(bench.url("/a"));
    assertThat(second.initiator().orElseThrow().type()).isEqualTo(Initiator.Type.REDIRECT);
    assertThat(second.initiator().orElseThrow().exchange()).hasValue(1);
    assertThat(notes(run)).singleElement().asString().startsWith("The redirects run in a circle");
  }

  @Test
  void aNextHopDoesNotWaitForTheFactsOfTheOneBefore() {
    List<String> events = new CopyOnWriteArrayList<>();
    PageListener listener =
        new PageListener() {
          @Override
          public void exchangeStarted(int exchange, long atNanos) {
            events.add("asked " + exchange);
          }

          @Override
          public void exchangeEnded(int exchange, Exchange measured) {
            events.add("told " + exchange);
          }
        };
    bench.page("<img src=a>");
    bench.answer("/a", new MockResponse.Builder().code(302).addHeader("Location", "/b").build());
    bench.load(1, false, listener, new Cancellation());
    assertThat(events).containsSubsequence("asked 1", "asked 2", "told 1", "told 2");
  }

  @Test
  void aPageThatShowsItselfIsAskedForTwiceAtMost() {
    bench.page("<iframe src='/'></iframe><script src='/'></script><img src='/'>");
    Run run = bench.load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run)).containsExactly("/", "/", "/", "/");
  }

  @Test
  void framesAreFollowedToADepth() {
    for (int depth = 0; depth < 6; depth++) {
      bench.file(depth == 0 ? "/" : "/" + depth, "text/html", "<iframe src=/" + (depth + 1) + ">");
    }
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/", "/1", "/2", "/3");
    assertThat(notes(run))
        .containsExactly(
            "Not asked for, because frames are followed to depth "
                + PageLimits.MAX_FRAME_DEPTH
                + ": "
                + bench.url("/4")
                + ".");
  }

  @Test
  void aFrameWithinAnAttributeIsReadLikeADocumentOfItsOwn() {
    bench.page(
        "<head></head><body>\n<iframe srcdoc=\"<img src='in/1.png'><base href='/b/'>"
            + "<img src='2.png'>\"></iframe>\n<iframe loading=lazy srcdoc=\"<img src=3.png>\">");
    Run run = bench.load();
    assertThat(paths(run))
        .as("Chromium 156 reads such a frame at once, also where it is lazy")
        .contains("/in/1.png", "/b/2.png", "/3.png");
    Initiator initiator = PageBench.of(run, "/in/1.png").initiator().orElseThrow();
    assertThat(initiator.exchange()).hasValue(0);
    assertThat(initiator.line()).as("where the frame stands in the page").hasValue(2);
  }

  @Test
  void framesWithinAttributesAreFollowedToADepth() {
    String html = "<img src=deepest.png>";
    for (int depth = 0; depth < 5; depth++) {
      html =
          "<iframe srcdoc=\"" + html.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe>";
    }
    bench.page(html);
    Run run = bench.load();
    assertThat(paths(run)).doesNotContain("/deepest.png");
    assertThat(notes(run)).anyMatch(note -> note.contains("followed to depth"));
  }

  @Test
  void sheetsThatImportEachOtherEnd() {
    bench.page("<link rel=stylesheet href=a.css><script src=s.js></script>");
    bench.file("/a.css", "text/css", "@import 'b.css';");
    bench.file("/b.css", "text/css", "@import 'a.css'; @import 'b.css';");
    bench.file("/s.js", "text/javascript", "");
    Run run = bench.load();
    assertThat(run.error()).isEmpty();
    assertThat(paths(run)).containsExactly("/", "/a.css", "/s.js", "/b.css");
    assertThat(run.page().orElseThrow().marks().domContentLoadedNanos()).isPresent();
  }

  @Test
  void noMoreIsAskedForThanALoadMayHave() {
    String images =
        IntStream.range(0, 1_200)
            .mapToObj(number -> "<img src=/i" + number + ">")
            .collect(Collectors.joining());
    Run run = bench.page(images).timeout(Duration.ofSeconds(50)).load();
    assertThat(run.exchanges()).hasSize(PageLimits.MAX_EXCHANGES);
    assertThat(notes(run))
        .singleElement()
        .asString()
        .startsWith("Not asked for, because a load makes at most 1000 requests")
        .endsWith("and 197 more.");
  }

  @Test
  void ofAFilmOnlyTheBeginningIsTaken() {
    bench.page("<video src=film.mp4 preload=auto></video>");
    bench.file("/film.mp4", "video/mp4", "x".repeat(3 << 20));
    Run run = bench.load();
    Exchange film = PageBench.of(run, "/film.mp4");
    assertThat(film.response().orElseThrow().cut()).contains("too-large");
    assertThat(film.response().orElseThrow().bodyBytes()).isLessThan(3 << 20);
    assertThat(run.error()).isEmpty();
  }

  @Test
  void whatIsNoAddressOfTheWebIsNamed() {
    bench.page(
        "<img src='javascript:alert(1)'><img src='file:///etc/passwd'><img src='data:,x'>"
            + "<script src='ftp://shop.test/x'></script>");
    Run run = bench.load();
    assertThat(paths(run)).containsExactly("/");
    assertThat(notes(run))
        .singleElement()
        .asString()
        .contains("javascript:alert(1)")
        .contains("file:///etc/passwd")
        .contains("ftp://shop.test/x");
  }

  @Test
  void aPublicPageLeadsToNoPrivateAddress() {
    bench.page("<img src='http://127.0.0.2:" + bench.port() + "/inside.png'>");
    Run run = bench.policy(address -> address.getHostAddress().equals("127.0.0.2")).load();
    assertThat(run.error()).isEmpty();
    assertThat(failed(PageBench.of(run, "/inside.png")).errorType()).isEqualTo("private-address");
    assertThat(bench.requests()).hasSize(1);
  }

  @Test
  void aPrivatePageAsksForWhatIsPrivate() {
    bench.page("<img src='http://127.0.0.1:" + bench.port() + "/y'>");
    Run run = bench.policy(_ -> true).load();
    assertThat(PageBench.of(run, "/y").status()).hasValue(404);
  }

  @Test
  void cancellingEndsTheLoad() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger found = new AtomicInteger();
    PageListener listener =
        new PageListener() {
          @Override
          public void exchangeFound(Found each) {
            if (found.incrementAndGet() == 2) {
              cancellation.cancel();
            }
          }
        };
    bench.page("<img src=a.png><img src=b.png>");
    Run run = bench.load(3, false, listener, cancellation).runs().getFirst();
    assertThat(run.error().map(RunError::errorType)).contains("cancelled");
    assertThat(run.state()).isEqualTo(RunState.COLD);
    assertThat(run.exchanges().getFirst().status()).hasValue(200);
  }

  @Test
  void whatWasHeldBackIsNotAskedForAfterACancellation() {
    int images = 99;
    CountDownLatch never = new CountDownLatch(1);
    for (int i = 0; i < images; i++) {
      bench.answer("/" + i + ".png", _ -> late(never));
    }
    bench.page(
        IntStream.range(0, images)
            .mapToObj(i -> "<img src=" + i + ".png>")
            .collect(Collectors.joining()));
    Cancellation cancellation = new Cancellation();
    AtomicInteger found = new AtomicInteger();
    PageListener listener =
        new PageListener() {
          @Override
          public void exchangeFound(Found each) {
            if (found.incrementAndGet() == images + 1) {
              cancellation.cancel();
            }
          }
        };
    Run run = bench.load(1, false, listener, cancellation).runs().getFirst();
    never.countDown();
    List<Exchange> cancelled = run.exchanges().subList(1, images + 1);
    assertThat(cancelled).allMatch(each -> failed(each).errorType().equals("cancelled"));
    assertThat(bench.requests()).hasSizeLessThanOrEqualTo(1 + CONNECTIONS);
  }

  private static MockResponse late(CountDownLatch until) {
    try {
      until.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new MockResponse.Builder().build();
  }
}
