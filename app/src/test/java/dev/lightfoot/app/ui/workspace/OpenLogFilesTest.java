package dev.lightfoot.app.ui.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.log.ReadSpans;
import dev.lightfoot.app.ui.workspace.log.Receiving;
import dev.lightfoot.app.ui.workspace.setting.RememberedLogs;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.receive.ReceiverSettings;
import dev.lightfoot.store.span.SpanRetention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Log files that are open are removed, read again and opened again; what waits for files is done
/// when the test says so.
final class OpenLogFilesTest {
  @TempDir Path folder = Path.of("");

  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final Deque<Runnable> jobs = new ArrayDeque<>();
  private LogShelf shelf = shelf();
  private Path shop = Path.of("");
  private Path blog = Path.of("");

  @BeforeEach
  void write() throws IOException {
    shop = log("shop.log", "/cart", 3);
    blog = log("blog.log", "/post", 2);
  }

  @Test
  void whatIsRemovedIsForgottenAndTheOthersAreReadAnew() throws IOException {
    open(shop, blog);
    assertThat(counted()).containsExactly("GET /cart 3", "GET /post 2");
    assertThat(shelf.read().kept().counts().kept()).isEqualTo(5);
    shelf.remove(rows(shop));
    assertThat(names()).containsExactly("blog.log");
    assertThat(shelf.read().kept().counts().kept()).as("until the other is read").isEqualTo(5);
    work();
    assertThat(counted()).containsExactly("GET /post 2");
    assertThat(shelf.read().kept().counts().kept()).isEqualTo(2);
    assertThat(shelf.openProperty().get()).containsExactly(blog);
    assertThat(notice()).isEqualTo(shop + " was removed, with all that was read of it.");
  }

  @Test
  void removingIsUndone() {
    open(shop, blog);
    shelf.remove(rows(shop));
    work();
    assertThat(workspace.undo()).isTrue();
    work();
    assertThat(counted()).containsExactly("GET /cart 3", "GET /post 2");
    assertThat(names()).containsExactly("shop.log", "blog.log");
  }

  @Test
  void whatWasAddedSinceARemovalStaysWhenThatIsUndone() throws IOException {
    open(shop, blog);
    shelf.remove(rows(shop));
    work();
    open(log("api.log", "/v1", 1));
    assertThat(workspace.undo()).isTrue();
    work();
    assertThat(names()).containsExactly("shop.log", "blog.log", "api.log");
  }

  @Test
  void theLastOneLeavesNothing() {
    open(shop);
    shelf.remove(rows(shop));
    work();
    assertThat(counted()).isEmpty();
    assertThat(names()).isEmpty();
    assertThat(shelf.openProperty().get()).isEmpty();
  }

  @Test
  void whatAnotherFileTellsTooStaysCounted() throws IOException {
    Path copy = Files.copy(shop, folder.resolve("copy.log"));
    open(shop, copy);
    assertThat(shelf.readings()).extracting(FileReading::repeated).containsExactly(0L, 3L);
    shelf.remove(rows(shop));
    work();
    assertThat(counted()).containsExactly("GET /cart 3");
    assertThat(shelf.readings()).extracting(FileReading::repeated).containsExactly(0L);
  }

  @Test
  void ofAFolderTheOtherFilesStay() {
    open(folder);
    assertThat(names()).containsExactly("blog.log", "shop.log");
    shelf.remove(rows(shop));
    work();
    assertThat(names()).containsExactly("blog.log");
    assertThat(shelf.openProperty().get()).containsExactly(blog);
  }

  @Test
  void aStoppedRemovalLeavesAllAsItWas() {
    open(shop, blog);
    shelf.remove(rows(shop));
    shelf.cancel();
    work();
    assertThat(names()).containsExactly("shop.log", "blog.log");
    assertThat(counted()).hasSize(2);
    assertThat(shelf.openProperty().get()).containsExactly(shop, blog);
    assertThat(shelf.readingProperty().get()).isFalse();
    assertThat(workspace.statusProperty().get())
        .isEqualTo("Stopped. The log files are as they were");
    assertThat(workspace.undo()).isFalse();
  }

  @Test
  void whatIsAddedMeanwhileIsReadFirstAndStays() throws IOException {
    open(shop, blog);
    shelf.remove(rows(shop));
    shelf.add(List.of(log("api.log", "/v1", 1)));
    work();
    assertThat(counted()).containsExactly("GET /post 2", "GET /v1 1");
    assertThat(names()).containsExactly("blog.log", "api.log");
    assertThat(notice()).startsWith(shop + " was removed");
  }

  @Test
  void twoRemovalsAtOnceBothHold() throws IOException {
    Path api = log("api.log", "/v1", 1);
    open(shop, blog, api);
    shelf.remove(rows(shop));
    shelf.remove(rows(blog));
    work();
    assertThat(names()).containsExactly("api.log");
    assertThat(counted()).containsExactly("GET /v1 1");
  }

  @Test
  void readingAgainTakesFilesAsTheyAreNow() throws IOException {
    open(shop, blog);
    log("shop.log", "/basket", 4);
    shelf.readAgain();
    work();
    assertThat(counted()).containsExactly("GET /basket 4", "GET /post 2");
    assertThat(shelf.readings()).extracting(FileReading::repeated).containsExactly(0L, 0L);
  }

  @Test
  void readingAgainAsksBeforeItLosesWhatIsGone() throws IOException {
    open(shop, blog);
    Files.delete(shop);
    shelf.readAgain();
    work();
    assertThat(counted()).hasSize(2);
    assertThat(notice()).startsWith(shop + " does not exist any more. Reading the files again");
    Objects.requireNonNull(workspace.noticeProperty().get()).action().orElseThrow().run().run();
    work();
    assertThat(counted()).containsExactly("GET /post 2");
    assertThat(shelf.readings().getFirst().failure()).contains("There is no such file.");
  }

  @Test
  void whatIsOpenIsRememberedAndOpenedAgain() throws IOException {
    RememberedLogs remembered = new RememberedLogs(folder.resolve("data"), Runnable::run);
    shelf.openProperty().subscribe(remembered::keep);
    open(shop, blog);
    Files.delete(blog);
    assertThat(Files.readAllLines(RememberedLogs.path(folder.resolve("data"))))
        .containsExactly(shop.toString(), blog.toString());
    shelf = shelf();
    shelf.restore(new RememberedLogs(folder.resolve("data"), Runnable::run).paths());
    work();
    assertThat(counted()).containsExactly("GET /cart 3");
    assertThat(names()).containsExactly("blog.log", "shop.log");
    assertThat(notice()).isEqualTo(blog + " was open before and does not exist any more.");
  }

  @Test
  void openingAgainWaitsWhileSomethingIsMeasured() throws InterruptedException {
    shelf.measuring(true);
    shelf.restore(List.of(shop));
    Thread reading = Thread.startVirtualThread(this::work);
    while (reading.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(counted()).isEmpty();
    shelf.measuring(false);
    reading.join();
    assertThat(counted()).containsExactly("GET /cart 3");
  }

  @Test
  void openingAgainThatIsStoppedListsWhatWasNotRead() {
    shelf.restore(List.of(shop));
    shelf.cancel();
    work();
    assertThat(shelf.readings().getFirst().failure())
        .contains("It was not read: reading was stopped.");
    assertThat(shelf.openProperty().get()).containsExactly(shop);
    shelf.readAgain();
    work();
    assertThat(counted()).containsExactly("GET /cart 3");
  }

  @Test
  void whatWasStoppedBeforeItWasReadIsListed() {
    shelf.add(List.of(shop));
    shelf.cancel();
    work();
    assertThat(names()).containsExactly("shop.log");
    assertThat(shelf.readings().getFirst().failure()).isPresent();
  }

  @Test
  void whatWasForgottenLeavesNoFileAndNoMoreAreRememberedThanFit() throws IOException {
    Path data = folder.resolve("data");
    RememberedLogs remembered = new RememberedLogs(data, Runnable::run);
    List<Path> many = new ArrayList<>();
    for (int i = 0; i <= RememberedLogs.LIMIT; i++) {
      many.add(Path.of("/" + "d".repeat(4_000) + i));
    }
    remembered.keep(many);
    assertThat(new RememberedLogs(data, Runnable::run).paths()).hasSize(RememberedLogs.LIMIT);
    remembered.keep(List.of());
    assertThat(RememberedLogs.path(data)).doesNotExist();
    assertThat(remembered.paths()).isEmpty();
  }

  private LogShelf shelf() {
    return new LogShelf(
        new TestShelf.Remembering(),
        new ReadSpans(SpanRetention.STANDARD),
        new Receiving(
            Path.of("none"),
            new ReceiverSettings(0, 0),
            workspace,
            Runnable::run,
            Runnable::run,
            Runnable::run),
        workspace,
        Runnable::run,
        jobs::add,
        Runnable::run);
  }

  private Path log(String name, String path, int requests) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        ("192.0.2.1 - - [23/Nov/2026:10:00:00 +0000] \"GET "
                + path
                + " HTTP/1.1\" 200 5 \"-\" \"curl\"\n")
            .repeat(requests));
  }

  private void open(Path... paths) {
    shelf.add(List.of(paths));
    work();
  }

  private void work() {
    for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
      job.run();
    }
  }

  private List<FileReading> rows(Path path) {
    return shelf.readings().stream().filter(each -> each.path().equals(path.toString())).toList();
  }

  private List<String> names() {
    return shelf.readings().stream()
        .map(each -> Path.of(each.path()).getFileName().toString())
        .toList();
  }

  private List<String> counted() {
    List<String> found = new ArrayList<>();
    shelf.ask(
        shelved -> shelved.counted().summary().routes(),
        routes ->
            routes.stream()
                .map(each -> each.key().name() + " " + each.count())
                .sorted()
                .forEach(found::add));
    work();
    return found;
  }

  private String notice() {
    Notice notice = workspace.noticeProperty().get();
    return notice == null ? "" : notice.text();
  }
}
