package dev.lightfoot.intake.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowedLogsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder = Path.of("");

  private final FollowedLogs logs = new FollowedLogs(new Intake());
  private final List<String> told = new ArrayList<>();
  private final IntakeListener listener = span -> told.add(path(span));
  private final List<FileReading> added = new ArrayList<>();

  @Test
  void onlyWhatWasAddedIsRead() throws IOException {
    Path log = write("access.log", line(1, "/old"), line(2, "/older"));
    logs.read(List.of(new Source.OnDisk(folder)), listener);
    follow(() -> append(log, line(3, "/new")));
    assertThat(told).containsExactly("/old", "/older", "/new");
    assertThat(added).singleElement().extracting(FileReading::read).isEqualTo(1L);
  }

  @Test
  void equalLinesOfOneSecondOfWhichOneComesLaterCountOnce() throws IOException {
    Path log = write("access.log", line(1, "/same"), line(1, "/same"));
    logs.read(List.of(new Source.OnDisk(log)), listener);
    follow(() -> append(log, line(1, "/same") + "\n" + line(2, "/same")));
    assertThat(told).hasSize(3);
    assertThat(added).singleElement().extracting(FileReading::repeated).isEqualTo(1L);
  }

  @Test
  void aLineThatWasUnfinishedIsReadOnceItIsWhole() throws IOException {
    String late = line(2, "/late");
    Path log = write("access.log", line(1, "/first"));
    append(log, late.substring(0, 30));
    logs.read(List.of(new Source.OnDisk(log)), listener);
    follow(() -> append(log, late.substring(30)));
    assertThat(told).containsExactly("/first", "/late");
  }

  @Test
  void aLineThatStopsInItsMiddleForAWhileIsWaitedFor() throws IOException {
    String late = trace(2, "/late", "x".repeat(300_000)) + "\n";
    Path log = write("traces.jsonl", trace(1, "/first", ""));
    logs.read(List.of(new Source.OnDisk(log)), listener);
    follow(
        () -> append(log, late.substring(0, 200_000)), () -> append(log, late.substring(200_000)));
    assertThat(told).containsExactly("/first", "/late");
    assertThat(added).allMatch(reading -> reading.skipped() == 0);
  }

  @Test
  void aLineThatNeverEndsIsReadWhenNothingMoreIsWaitedFor() throws IOException {
    Path log = write("access.log", line(1, "/first"));
    logs.read(List.of(new Source.OnDisk(log)), listener);
    Files.writeString(log, line(2, "/last"), StandardOpenOption.APPEND);
    logs.follow(_ -> true, Duration.ZERO, listener, added::addAll);
    assertThat(told).containsExactly("/first", "/last");
  }

  @Test
  void aRotatedLogCountsOnceAndItsSuccessorIsReadWhole() throws IOException {
    Path log = write("access.log", line(1, "/first"));
    logs.read(List.of(new Source.OnDisk(folder)), listener);
    follow(
        () -> {
          Files.move(log, folder.resolve("access.log.1"));
          write("access.log", line(2, "/second"));
        });
    assertThat(told).containsExactly("/first", "/second");
  }

  @Test
  void whatWasReadBeforeAndAfterAddsUp() throws IOException {
    Path log = write("access.log", line(1, "/first"), "no line of a log");
    FileReading before = logs.read(List.of(new Source.OnDisk(log)), listener).getFirst();
    follow(() -> append(log, line(2, "/second") + "\nno line either\n"));
    FileReading both = before.and(added.getFirst());
    assertThat(both.read()).isEqualTo(2);
    assertThat(both.skipped()).isEqualTo(2);
    assertThat(both.entries())
        .extracting(FileReading.Skipped::place)
        .containsExactly("line 2", "line 2 of what was added");
  }

  @Test
  void whereNothingIsAddedItWaitsNoLongerThanItIsTold() throws IOException {
    logs.read(List.of(new Source.OnDisk(write("access.log", line(1, "/first")))), listener);
    logs.follow(_ -> true, Duration.ZERO, listener, added::addAll);
    assertThat(added).isEmpty();
    assertThat(told).containsExactly("/first");
  }

  /// Something that happens between the first look and the second.
  private interface Happening {
    void happen() throws IOException;
  }

  /// They happen one after another, each after three looks at which all was at rest.
  private void follow(Happening... happenings) throws IOException {
    int[] looks = {0};
    logs.follow(
        _ -> {
          int look = looks[0]++;
          if (look % 3 == 0 && look / 3 < happenings.length) {
            try {
              happenings[look / 3].happen();
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
          return looks[0] < 20;
        },
        PATIENCE,
        listener,
        added::addAll);
  }

  private Path write(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static void append(Path log, String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
    if (text.endsWith("\"")) {
      Files.writeString(log, "\n", StandardOpenOption.APPEND);
    }
  }

  private static String line(int second, String path) {
    return "10.0.0.1 - - [29/Nov/2026:10:00:0"
        + second
        + " +0000] \"GET "
        + path
        + " HTTP/1.1\" 200 15 \"-\" \"curl/8\"";
  }

  /// What the collector's file exporter writes in one line.
  private static String trace(int number, String path, String statement) {
    return """
    {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"%032x","spanId":"%016x","name":"GET",\
    "startTimeUnixNano":"1764410400000000000","endTimeUnixNano":"1764410400001000000",\
    "attributes":[{"key":"url.path","value":{"stringValue":"%s"}},\
    {"key":"db.query.text","value":{"stringValue":"%s"}}]}]}]}]}\
    """
        .formatted(number, number, path, statement);
  }

  private static String path(Span span) {
    return span.attributes().get("url.path").orElse("?");
  }
}
