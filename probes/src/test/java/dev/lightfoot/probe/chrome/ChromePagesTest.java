package dev.lightfoot.probe.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.devtools.DevtoolsEvent;
import dev.lightfoot.devtools.Sums;
import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.TargetUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChromePagesTest {

  @Test
  void aWarmLoadHasWhatTheCacheKept() throws IOException {
    LocalSite.Page kept =
        new LocalSite.Page(
            "text/css", "h1{color:red}", Map.of("Cache-Control", "max-age=600"), 200);
    try (LocalSite site =
            new LocalSite()
                .with("/", "text/html", "<link rel=stylesheet href=/a.css><h1>x</h1>")
                .with("/a.css", kept);
        ChromeRuns runs =
            new ChromeRuns(
                ChromeRunsTest.visit(site.url("/")), Browsers.start(), new Cancellation())) {
      Run cold = runs.make(RunState.COLD, true, _ -> {});
      Run warm = runs.make(RunState.WARM, false, _ -> {});
      Sums.check(cold);
      Sums.check(warm);
      assertThat(ChromeRunsTest.named(cold, "/a.css").resource().isTransferred()).isTrue();
      assertThat(ChromeRunsTest.named(warm, "/a.css").resource().deliveryType())
          .contains(Resource.Delivery.CACHE);
      assertThat(site.requests()).extracting(LocalSite.Request::path).containsOnlyOnce("/a.css");
    }
  }

  @Test
  void aTraceGoesToThePagesOwnSiteOnly() throws IOException {
    try (LocalSite site = new LocalSite();
        LocalSite other = new LocalSite().with("/x.png", "image/png", "")) {
      String foreign = "http://localhost:" + other.port() + "/x.png";
      site.with("/", "text/html", "<img src='" + foreign + "'><img src=/own.png>");
      Visit visit =
          new Visit(
              TargetUrl.parse(site.url("/")).url(),
              Viewport.PHONE,
              List.of(new Header("X-Api-Key", "secret"), new Header("X-Test", "yes")),
              List.of("a=b"),
              true,
              true,
              Duration.ofSeconds(30));
      try (ChromeRuns runs = new ChromeRuns(visit, Browsers.start(), new Cancellation())) {
        Run run = runs.make(RunState.COLD, false, _ -> {});
        assertThat(run.error()).isEmpty();
      }
      LocalSite.Request document = site.requests().getFirst();
      assertThat(document.headers()).containsKeys("traceparent", "x-api-key", "x-test");
      assertThat(document.headers().get("cookie")).containsExactly("a=b");
      LocalSite.Request away = other.requests().getFirst();
      assertThat(away.headers())
          .containsKey("x-test")
          .doesNotContainKeys("traceparent", "x-api-key");
    }
  }

  @Test
  void aConnectionThatWasMadeAheadIsNoPhaseOfTheRequest() throws IOException {
    try (LocalSite site = new LocalSite();
        LocalSite other = new LocalSite().with("/x.js", "text/javascript", "")) {
      String origin = "http://127.0.0.1:" + other.port();
      site.with(
          "/",
          "text/html",
          "<link rel=preconnect href='%s'><script>setTimeout(() => { const s = document.createElement('script');"
                  .formatted(origin)
              + "s.src='%s/x.js'; document.body.append(s) }, 200)</script><h1>x</h1>"
                  .formatted(origin));
      try (ChromeRuns runs =
          new ChromeRuns(
              ChromeRunsTest.visit(site.url("/")), Browsers.start(), new Cancellation())) {
        Run run = runs.make(RunState.COLD, false, _ -> {});
        Exchange late = ChromeRunsTest.named(run, "/x.js");
        assertThat(late.phases().durationNanos(Phase.TCP)).isZero();
        assertThat(late.connection().orElseThrow().attempts())
            .hasSize(1)
            .allSatisfy(attempt -> assertThat(attempt.startNanos()).isLessThan(late.startNanos()));
      }
    }
  }

  @Test
  void aBrowserIsSpokenToOverASocketWhereItCannotHavePipes() throws Exception {
    try (LocalSite site = new LocalSite().with("/", "text/html", "<h1>x</h1>");
        RunningBrowser browser =
            RunningBrowser.start(Browsers.start(), new Cancellation(), false)) {
      Tab.Loaded loaded = browser.open(ChromeRunsTest.visit(site.url("/"))).load(_ -> {});
      assertThat(loaded.whole()).isTrue();
      assertThat(site.requests()).extracting(LocalSite.Request::path).contains("/");
      assertThat(browser.leave().orElseThrow().isWhole()).isTrue();
    }
  }

  @Test
  void runsAreReportedInTheOrderOfThePort() throws IOException {
    List<String> calls = new ArrayList<>();
    PageListener listener =
        new PageListener() {
          @Override
          public void runStarted(int index, RunState state) {
            calls.add("run " + index + " " + state.label());
          }

          @Override
          public void exchangeFound(Found found) {
            calls.add("found " + found.exchange());
          }

          @Override
          public void exchangeEnded(int exchange, Exchange measured) {
            calls.add("ended " + exchange);
          }

          @Override
          public void runEnded(int index, Run run) {
            calls.add("over " + index);
          }
        };
    try (LocalSite site =
        new LocalSite()
            .with("/", "text/html", "<link rel=icon href=data:,><h1>x</h1><img src=/a.png>")) {
      PagePlan plan =
          PagePlan.of(
              ProbeRequest.get(TargetUrl.parse(site.url("/")).url()), Viewport.PHONE, 1, true);
      Snapshot snapshot =
          new ChromePages(
                  Optional.of(Browsers.start().browser().program()), false, !Browsers.isRoot())
              .load(plan, listener, new Cancellation());
      assertThat(snapshot.runs())
          .extracting(Run::state)
          .containsExactly(RunState.COLD, RunState.WARM);
      assertThat(snapshot.runs()).allSatisfy(run -> assertThat(run.error()).isEmpty());
      assertThat(calls)
          .containsExactly(
              "run 0 cold",
              "found 0",
              "found 1",
              "ended 0",
              "ended 1",
              "over 0",
              "run 1 warm",
              "found 0",
              "found 1",
              "ended 0",
              "ended 1",
              "over 1");
      assertThat(snapshot.runs().getFirst().page().orElseThrow().viewport())
          .contains(Viewport.PHONE);
    }
  }

  @Test
  void pagesTakeTurnsEachInABrowserOfItsOwn() throws IOException {
    try (LocalSite site =
        new LocalSite()
            .with("/a", "text/html", "<link rel=icon href=data:,>")
            .with("/b", "text/html", "<link rel=icon href=data:,>")) {
      List<PagePlan> plans =
          List.of(
              PagePlan.of(
                  ProbeRequest.get(TargetUrl.parse(site.url("/a")).url()),
                  Viewport.DESKTOP,
                  1,
                  true),
              PagePlan.of(
                  ProbeRequest.get(TargetUrl.parse(site.url("/b")).url()),
                  Viewport.DESKTOP,
                  1,
                  true));
      StringBuilder turns = new StringBuilder();
      PageListener listener =
          new PageListener() {
            @Override
            public void turnOf(int plan) {
              turns.append(plan);
            }
          };
      List<Snapshot> both =
          new ChromePages(
                  Optional.of(Browsers.start().browser().program()), false, !Browsers.isRoot())
              .compare(plans, listener, new Cancellation());
      assertThat(site.requests())
          .extracting(LocalSite.Request::path)
          .containsExactly("/a", "/b", "/b", "/a");
      assertThat(turns).hasToString("0110");
      assertThat(both).extracting(Snapshot::target).containsExactly(site.url("/a"), site.url("/b"));
      assertThat(both)
          .flatExtracting(Snapshot::runs)
          .hasSize(4)
          .allSatisfy(run -> assertThat(run.error()).isEmpty());
    }
  }

  @Test
  void aPublicPageDoesNotLeadToAPrivateAddress() {
    Visit visit = ChromeRunsTest.visit("https://shop.example/");
    FirstParty firstParty = new FirstParty(visit);
    assertThat(firstParty.isNeeded()).isTrue();
    assertThat(answer(firstParty, "http://127.0.0.1/x")).isEqualTo("Fetch.failRequest");
    assertThat(answer(firstParty, "http://[fd00::1]/x")).isEqualTo("Fetch.failRequest");
    assertThat(answer(firstParty, "https://10.example/x")).isEqualTo("Fetch.continueRequest");
    firstParty.learn(
        new DevtoolsEvent(
            "Network.responseReceived",
            JsonValue.object(
                "type", "Document", "response", JsonValue.object("remoteIPAddress", "10.0.0.7"))));
    assertThat(answer(firstParty, "http://127.0.0.1/x")).isEqualTo("Fetch.continueRequest");
  }

  private static String answer(FirstParty firstParty, String url) {
    return firstParty
        .answer(JsonValue.object("requestId", "1", "request", JsonValue.object("url", url)))
        .method();
  }
}
