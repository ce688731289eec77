package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.cli.measuring.PageProgress;
import dev.lightfoot.app.cli.option.PageEngines;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.PagePlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageCommandTest {
  private static final String SENTENCE =
      "The page waits 589.4\u00a0ms on a chain of 4 requests, one after the other: 11 round trips"
          + " cost 268.0\u00a0ms";

  @TempDir private Path folder;

  private final CliHarness cli = new CliHarness();

  private CliHarness.Result page(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "page";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return cli.run(folder, all);
  }

  private PagePlan plan() {
    return cli.pages.plans.getFirst();
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  @Test
  void thePageIsToldAnswerFirst() {
    CliHarness.Result result = page("https://shop.test/");
    assertThat(result.status()).isZero();
    assertThat(plain(result.out())).contains(plain(SENTENCE), "First party shop.test:");
    assertThat(result.err()).isEmpty();
    assertThat(plan().states()).hasSize(5).containsOnly(RunState.COLD);
    assertThat(plan().viewport()).isEqualTo(Viewport.DESKTOP);
    assertThat(cli.pages.browser).isEmpty();
  }

  @Test
  void whatItsServersLogMeanwhileIsJoined() throws IOException {
    Path log = Files.createFile(folder.resolve("access.jsonl"));
    cli.pages.meanwhile = () -> logs(log);
    CliHarness.Result result =
        page(
            "https://www.shop.test/nplus1/?n=50",
            "--runs",
            "1",
            "--json",
            "--logs",
            log.toString());
    assertThat(result.status()).isZero();
    Snapshot loaded = SnapshotCodec.decode(result.out().getBytes(StandardCharsets.UTF_8));
    Run run = loaded.runs().getFirst();
    assertThat(run.spans()).hasSize(1);
    assertThat(run.exchanges().getFirst().serverSpans())
        .containsExactly(run.spans().getFirst().spanId());
  }

  @Test
  void aPageThatIsKeptIsNotServedAnyMore() throws IOException {
    Path log = Files.createFile(folder.resolve("access.jsonl"));
    Path kept = folder.resolve("kept.json");
    Files.write(kept, SnapshotCodec.encode(MadeUpPages.sample()));
    CliHarness.Result result = page(kept.toString(), "--logs", log.toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--logs and --receive go with a URL");
  }

  /// What nginx says of the document.
  private static void logs(Path log) {
    long end = MadeUpPages.sample().runs().getFirst().startUnixNanos() / 1_000_000 + 300;
    String line =
        "{\"msec\":"
            + end / 1_000
            + "."
            + Long.toString(1_000 + end % 1_000).substring(1)
            + ",\"remote_addr\":\"10.0.0.1\",\"method\":\"GET\",\"uri\":\"/nplus1/?n=50\","
            + "\"protocol\":\"HTTP/2.0\",\"status\":200,\"request_time\":0.180}\n";
    try {
      Files.writeString(log, line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void runsWindowAndEngineAreChosen() {
    page(
        "shop.test",
        "--runs",
        "2",
        "--warm",
        "--viewport",
        "800x600",
        "--device",
        "phone",
        "--engine",
        "chrome",
        "--browser",
        "/opt/browser",
        "--traceparent");
    assertThat(plan().states())
        .containsExactly(RunState.COLD, RunState.COLD, RunState.WARM, RunState.WARM);
    assertThat(plan().viewport()).isEqualTo(new Viewport(800, 600, 2_625, true));
    assertThat(cli.pages.browser)
        .contains(new PageEngines.Browser(Optional.of(Path.of("/opt/browser")), true, true));
    page("shop.test", "--engine", "chrome", "--no-sandbox");
    assertThat(cli.pages.browser).contains(new PageEngines.Browser(Optional.empty(), false, false));
  }

  @Test
  void jsonHasTheCriticalPath() throws IOException {
    CliHarness.Result result = page("shop.test", "--json", "--place", "Bern");
    Snapshot snapshot = SnapshotCodec.decode(result.out().getBytes(StandardCharsets.UTF_8));
    assertThat(snapshot.runs())
        .extracting(run -> run.page().map(PageLoad::criticalPath))
        .containsOnly(Optional.of(List.of(0, 1, 7, 12)));
    assertThat(snapshot.environment().place()).contains("Bern");
  }

  @Test
  void aFilterShowsItsRowsAndSaysHowMany() {
    CliHarness.Result result = page("shop.test", "--filter", "css trips>0", "--group", "none");
    assertThat(plain(result.out()))
        .contains("/assets/c.css", "The filter shows 3 of 15 requests.")
        .doesNotContain("First party");
  }

  @Test
  void aFailedDocumentIsATargetThatCouldNotBeMeasured() {
    cli.pages.documentFails = true;
    CliHarness.Result result = page("shop.test");
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("It was refused. [LF-TCP-REFUSED]");
  }

  @Test
  void aFailedResourceIsDoneWithAWarning() {
    cli.pages.resourceFails = true;
    CliHarness.Result result = page("shop.test");
    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("5 of 75 requests failed");
    assertThat(plain(result.out())).contains("LF-TCP-REFUSED", "1 request failed");
  }

  @Test
  void whatIsKeptIsShownAgainByFileAndById() throws IOException {
    page("shop.test", "--save", "mine");
    Snapshot sample = MadeUpPages.sample();
    Path file = Files.write(folder.resolve("p.json"), SnapshotCodec.encode(sample));
    assertThat(plain(page(file.toString()).out())).contains(plain(SENTENCE));
    assertThat(plain(page(sample.id()).out())).contains(plain(SENTENCE));
    assertThat(plain(cli.run(folder, "snapshot", "show", "mine").out()))
        .contains(plain(SENTENCE), "Waterfall of run 3");
    assertThat(plain(cli.run(folder, "snapshot", "list").out())).contains("592.3 ms");
    assertThat(cli.pages.plans).hasSize(1);
  }

  @Test
  void aCapturedPageIsShownAndSaysWhatIsNotKnown() throws IOException {
    String entry =
        """
        {"log":{"version":"1.2","creator":{"name":"writer","version":"1"},"pages":[{"id":"p",
        "startedDateTime":"2026-11-23T15:00:00.000Z","title":"t","pageTimings":{"onLoad":120}}],
        "entries":[{"pageref":"p","startedDateTime":"2026-11-23T15:00:00.000Z","time":100,
        "request":{"method":"GET","url":"https://shop.test/","httpVersion":"HTTP/1.1",
        "headers":[],"cookies":[],"queryString":[],"headersSize":-1,"bodySize":0},
        "response":{"status":200,"statusText":"OK","httpVersion":"HTTP/1.1","headers":[],
        "cookies":[],"content":{"size":0,"mimeType":"text/html"},"redirectURL":"",
        "headersSize":-1,"bodySize":0},"cache":{},
        "timings":{"blocked":-1,"dns":-1,"connect":-1,"send":1,"wait":98,"receive":1,"ssl":-1}}]}}
        """;
    Path file = Files.writeString(folder.resolve("p.har"), entry);
    CliHarness.Result result = page(file.toString());
    assertThat(result.status()).isZero();
    assertThat(plain(result.out()))
        .contains("The page waits 100.0 ms on 1 request.", "Where it comes from")
        .doesNotContain("round trip");
    assertThat(cli.pages.plans).isEmpty();
  }

  @Test
  void aSnapshotOfAProbeIsNoPage() {
    cli.run(folder, "probe", "shop.test", "--save", "probe");
    String id = cli.run(folder, "snapshot", "list").out().split(" ", 2)[0];
    CliHarness.Result result = page(id);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("holds no page");
  }

  @Test
  void wrongUseIsNamed() {
    assertRefused("hots is not a field", "shop.test", "--filter", "hots:cdn");
    assertRefused("--engine takes", "shop.test", "--engine", "firefox");
    assertRefused("--device takes", "shop.test", "--device", "watch");
    assertRefused("--viewport takes", "shop.test", "--viewport", "wide");
    assertRefused("--group takes", "shop.test", "--group", "colour");
    assertRefused("--width takes", "shop.test", "--width", "10");
    assertRefused("--runs takes", "shop.test", "--runs", "0");
    assertRefused("--engine chrome", "shop.test", "--traceparent");
    assertRefused("one version of HTTP", "shop.test", "--http", "1.1,2");
    assertRefused("GET and without a body", "shop.test", "--method", "POST");
    assertRefused("There is no file", folder.resolve("none.json").toString());
    assertThat(cli.pages.plans).isEmpty();
  }

  private void assertRefused(String sentence, String... arguments) {
    CliHarness.Result result = page(arguments);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains(sentence);
  }

  @Test
  void progressChangesFourTimesASecondAtMostAndIsGoneAtTheEnd() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    AtomicLong now = new AtomicLong(10_000_000_000L);
    PageProgress progress =
        new PageProgress(new PrintStream(bytes, true, StandardCharsets.UTF_8), 1, now::get);
    Snapshot sample = MadeUpPages.sample();
    progress.runStarted(0, RunState.COLD);
    for (int i = 0; i < 15; i++) {
      now.addAndGet(50_000_000);
      progress.exchangeEnded(i, sample.runs().getFirst().exchanges().get(i));
    }
    progress.runEnded(0, sample.runs().getFirst());
    String text = bytes.toString(StandardCharsets.UTF_8);
    assertThat(text.split("requests", -1)).hasSize(4);
    assertThat(text).startsWith("\r\u001b[Krun 1 of 1, cold").endsWith("\r\u001b[K");
  }
}
