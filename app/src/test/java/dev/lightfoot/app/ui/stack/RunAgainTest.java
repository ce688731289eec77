package dev.lightfoot.app.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.log.LogFiles;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Source;
import dev.lightfoot.intake.follow.FollowedLogs;
import dev.lightfoot.intake.follow.Pause;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measuring the same URL again with an open log that carries no ids, of a server that writes late.
final class RunAgainTest {
  private static final long SECOND = 1_000_000_000;

  @TempDir Path folder = Path.of("");

  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final List<Runnable> whileFollowing = new ArrayList<>();
  private final List<Integer> joined = new ArrayList<>();

  /// A server that writes while its log is followed, or not at all.
  private final class Following implements LogFiles {
    private final FollowedLogs logs = new FollowedLogs(new Intake());

    @Override
    public List<FileReading> read(List<Source> sources, IntakeListener listener) {
      return logs.read(sources, listener);
    }

    @Override
    public void follow(Pause pause, IntakeListener listener, Consumer<List<FileReading>> added)
        throws IOException {
      whileFollowing.forEach(Runnable::run);
      whileFollowing.clear();
      logs.follow(pause, Duration.ofMillis(450), listener, added);
    }
  }

  @Test
  void aSecondRunNeverShowsEntriesOfTheFirst() throws IOException {
    Path log = folder.resolve("access.jsonl");
    Files.writeString(log, line(now() - 3_600 * SECOND, "/old/"));
    LogShelf shelf = TestShelf.of(new Following(), workspace);
    StackViewModel model = new StackViewModel(workspace, shelf, Runnable::run, Runnable::run);
    model
        .readingProperty()
        .subscribe(
            reading -> {
              if (reading != null) {
                joined.add(logged(reading).size());
              }
            });
    shelf.add(List.of(log));
    Snapshot first = measured(now() - SECOND / 2);
    whileFollowing.add(() -> write(log, first));
    workspace.show(first);
    assertThat(found(model)).hasSize(1);
    joined.clear();
    Snapshot second = measured(now());
    workspace.show(second);
    assertThat(joined).containsExactly(0);
    assertThat(found(model)).isEmpty();
    write(log, second);
    Snapshot third = measured(now());
    whileFollowing.add(() -> write(log, third));
    workspace.show(third);
    // what the second run's server wrote too late stands beside its own: a tie at worst
    assertThat(found(model))
        .allMatch(span -> span.time().atUnixNanos() > third.runs().getFirst().startUnixNanos());
  }

  private static List<Span> found(StackViewModel model) {
    return logged(Objects.requireNonNull(model.readingProperty().get()));
  }

  /// What nginx logged; the answer itself says how long the application took.
  private static List<Span> logged(StackReading reading) {
    return reading.run().spans().stream().filter(span -> span.layer() == Layer.PROXY).toList();
  }

  private static long now() {
    return System.currentTimeMillis() * 1_000_000;
  }

  /// One run that began then, without ids.
  private static Snapshot measured(long unixNanos) {
    Snapshot sample = TestStacks.measured();
    Run run = sample.runs().getLast();
    return sample.with(
        List.of(
            new Run(
                run.state(),
                Instant.ofEpochSecond(0, unixNanos).atOffset(ZoneOffset.UTC),
                Optional.empty(),
                false,
                run.exchanges(),
                List.of(),
                List.of())));
  }

  private static void write(Path log, Snapshot snapshot) {
    Run run = snapshot.runs().getFirst();
    Exchange exchange = run.exchanges().getLast();
    long end = run.startUnixNanos() + exchange.endNanos() - SECOND / 50;
    long length = exchange.phases().durationNanos(Phase.WAIT) - SECOND / 25;
    try {
      Files.writeString(log, line(end, length, "/nplus1/?n=50"), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String line(long end, String uri) {
    return line(end, SECOND / 10, uri);
  }

  private static String line(long end, long length, String uri) {
    return String.format(
        Locale.ROOT,
        "{\"msec\":%.3f,\"method\":\"GET\",\"uri\":\"%s\",\"status\":200,\"request_time\":%.3f}%n",
        end / 1e9,
        uri,
        length / 1e9);
  }
}
