package dev.lightfoot.probe.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.Cancellation;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a browser does, nothing of it is left.
final class BrowserEndsTest {
  @TempDir private Path folder;

  @BeforeEach
  void pipes() {
    assumeTrue(Files.isDirectory(Path.of("/proc")), "processes are looked for in /proc");
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    while (BrowserProcess.running() > 0) {
      Thread.onSpinWait(); // what was cancelled is cleared up behind the caller
    }
    assertThat(marked()).isEmpty();
    assertThat(folders()).isEmpty();
  }

  @Test
  void aBrowserThatEndsAtItsStartIsQuoted() throws IOException {
    Run run = run(script("echo 'no usable sandbox' >&2; exit 1"));
    assertThat(run.error().orElseThrow().message())
        .isEqualTo("The browser ended at its start: no usable sandbox");
  }

  @Test
  void aBrowserThatIsTooOldIsNamed() throws IOException {
    Run run =
        run(
            script(
                "printf '{\"id\":1,\"result\":{\"product\":\"Chrome/90.0.1.2\"}}\\0' >&4; sleep"
                    + " 60"));
    assertThat(run.error().orElseThrow().message())
        .isEqualTo("The browser is too old: Chrome/90.0.1.2; version 120 or newer is needed.");
  }

  @Test
  void aBrowserThatHangsIsCancelledAtOnceWithItsChildren() throws Exception {
    InstalledBrowser hanging = script("sleep 600 & touch '" + folder + "/up'; sleep 600");
    Cancellation cancellation = new Cancellation();
    ChromeRuns runs =
        new ChromeRuns(
            ChromeRunsTest.visit("http://127.0.0.1:9/"), Browsers.start(hanging), cancellation);
    CompletableFuture<Run> made =
        CompletableFuture.supplyAsync(() -> runs.make(RunState.COLD, false, _ -> {}));
    while (!Files.exists(folder.resolve("up"))) {
      Thread.onSpinWait();
    }
    cancellation.cancel();
    Run run = made.get(5, TimeUnit.SECONDS);
    assertThat(run.error().orElseThrow().errorType()).isEqualTo("cancelled");
  }

  @Test
  void aBrowserThatIsKilledMeanwhileIsNamed() throws Exception {
    try (LocalSite site = new LocalSite();
        Held held = new Held(site, "/");
        ChromeRuns runs =
            new ChromeRuns(
                ChromeRunsTest.visit(site.url("/")), Browsers.start(), new Cancellation())) {
      CompletableFuture<Run> made =
          CompletableFuture.supplyAsync(() -> runs.make(RunState.COLD, false, _ -> {}));
      held.asked.await();
      // the first that is marked is the browser itself, the others are its children
      ProcessHandle.of(marked().getFirst()).orElseThrow().destroyForcibly();
      Run run = made.get(20, TimeUnit.SECONDS);
      assertThat(run.error().orElseThrow().errorType()).isEqualTo("browser-failed");
      assertThat(marked()).isEmpty();
    }
  }

  @Test
  void twoAtOnceDoNotMeet() throws Exception {
    try (LocalSite site = new LocalSite().with("/", "text/html", "<h1>x</h1>")) {
      List<CompletableFuture<Run>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(CompletableFuture.supplyAsync(() -> load(site)));
      }
      for (CompletableFuture<Run> one : both) {
        assertThat(one.get(60, TimeUnit.SECONDS).error()).isEmpty();
      }
    }
  }

  @Test
  void aPathThatLeadsToNoProgramIsRefused() {
    assertThatThrownBy(() -> InstalledBrowser.at(folder.resolve("absent")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not a program that can be run");
  }

  private static Run load(LocalSite site) {
    try (ChromeRuns runs =
        new ChromeRuns(ChromeRunsTest.visit(site.url("/")), Browsers.start(), new Cancellation())) {
      return runs.make(RunState.COLD, false, _ -> {});
    }
  }

  /// A page whose answer never comes while this is open.
  private static final class Held implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    Held(LocalSite site, String path) {
      site.holding(path, asked, over);
    }

    @Override
    public void close() {
      over.countDown();
    }
  }

  private Run run(InstalledBrowser browser) {
    try (ChromeRuns runs =
        new ChromeRuns(
            ChromeRunsTest.visit("http://127.0.0.1:9/"),
            Browsers.start(browser),
            new Cancellation())) {
      return runs.make(RunState.COLD, false, _ -> {});
    }
  }

  private InstalledBrowser script(String body) throws IOException {
    Path script = folder.resolve("browser");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return InstalledBrowser.at(script);
  }

  /// Processes of browsers that were started by us, the oldest first.
  private static List<Long> marked() throws IOException {
    String own = "lightfoot-browser-" + ProcessHandle.current().pid() + "-";
    List<Long> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[1-9]*")) {
      for (Path process : all) {
        if (environment(process).contains(own)) {
          found.add(Long.parseLong(process.getFileName().toString()));
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static String environment(Path process) {
    try {
      return Files.readString(
          process.resolve("environ"), java.nio.charset.StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static List<Path> folders() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    String own = "lightfoot-browser-" + ProcessHandle.current().pid() + "-*";
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(temporary, own)) {
      all.forEach(found::add);
    }
    return found;
  }
}
