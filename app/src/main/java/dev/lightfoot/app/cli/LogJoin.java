package dev.lightfoot.app.cli;

import dev.lightfoot.analysis.stack.Join;
import dev.lightfoot.analysis.stack.Joined;
import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.Span;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.report.Numbers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Reads the logs after the runs and joins them with the snapshot. Servers write late: it waits
/// until all logs have grown and come to rest, and reads again while a run is not found, but never
/// longer than it is told to.
final class LogJoin {
  /// More spans than that are not held: what follows is said to be left out.
  static final int MOST_SPANS = 1_000_000;

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final LogTails tails;
  private final Optional<ReceivedTraces> received;
  private final IntakeSettings settings;
  private final Duration patience;
  private final List<String> remarks = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();

  /// @param received what programs send meanwhile
  LogJoin(
      LogTails tails,
      Optional<ReceivedTraces> received,
      IntakeSettings settings,
      Duration patience) {
    this.tails = tails;
    this.received = received;
    this.settings = settings;
    this.patience = patience;
  }

  /// Sentences of the last joining: what could not be told apart or was not found.
  List<String> remarks() {
    return List.copyOf(remarks);
  }

  /// What was read from each log, one sentence for each.
  List<String> sources() {
    return List.copyOf(sources);
  }

  /// The snapshot with what the servers logged for it.
  Snapshot join(Snapshot snapshot, Cancellation cancellation) throws Refusal {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean late = !atRest(snapshot.runs(), deadline, cancellation);
      Joined joined = read(snapshot, cancellation);
      boolean found =
          joined.runs().stream().filter(Run::counts).noneMatch(run -> run.spans().isEmpty());
      if (found || late || cancellation.isCancelled()) {
        remarks.addAll(joined.remarks());
        if (!found) {
          unfound(joined);
        }
        return snapshot.with(joined.runs());
      }
    }
  }

  private void unfound(Joined joined) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < joined.runs().size(); i++) {
      if (joined.runs().get(i).counts() && joined.runs().get(i).spans().isEmpty()) {
        runs.add(String.valueOf(i + 1));
      }
    }
    remarks.add(
        "%s s after the runs %s nothing of run %s; --patience waits longer."
            .formatted(
                Numbers.plain(Numbers.count(patience.toSeconds())),
                received.isEmpty() ? "the logs told" : "nobody told",
                String.join(", ", runs)));
  }

  /// Waits until every log has grown and none grows any more; false where time ran out before.
  private boolean atRest(List<Run> runs, long deadline, Cancellation cancellation) throws Refusal {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(stopped::countDown)) {
      long size = tails.size();
      while (System.nanoTime() < deadline) {
        if (stopped.await(BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS)) {
          return false;
        }
        long now = tails.size();
        boolean sent = received.isEmpty() || received.get().atRest(runs);
        if (sent && now == size && tails.allGrew()) {
          return true;
        }
        size = now;
      }
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Joined read(Snapshot snapshot, Cancellation cancellation) throws Refusal {
    Collecting before = new Collecting(cancellation);
    Collecting all = new Collecting(cancellation);
    try {
      new Intake().read(tails.sourcesBefore(), settings, before);
      List<Source> now = new ArrayList<>(tails.sources());
      if (received.isPresent()) {
        now.add(received.get().source(snapshot.runs()));
      }
      List<FileReading> readings = new Intake().read(now, settings, all);
      sources.clear();
      readings.forEach(reading -> sources.add(sentence(reading)));
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
    remarks.clear();
    if (all.left > 0) {
      remarks.add(
          "The logs hold more than %s entries: %s were left out."
              .formatted(Numbers.count(MOST_SPANS), Numbers.count(all.left)));
    }
    return Join.of(snapshot.runs(), all.without(before));
  }

  /// Spans, up to a limit.
  private static final class Collecting implements IntakeListener {
    private final Cancellation cancellation;
    private final List<Span> spans = new ArrayList<>();
    private long left;

    Collecting(Cancellation cancellation) {
      this.cancellation = cancellation;
    }

    @Override
    public void span(Span span) {
      if (spans.size() < MOST_SPANS) {
        spans.add(span);
      } else {
        left++;
      }
    }

    @Override
    public boolean cancelled() {
      return cancellation.isCancelled();
    }

    List<Span> without(Collecting others) {
      Set<String> ids = new HashSet<>();
      others.spans.forEach(span -> ids.add(span.spanId()));
      return spans.stream().filter(span -> !ids.contains(span.spanId())).toList();
    }
  }

  private static String sentence(FileReading reading) {
    StringBuilder text = new StringBuilder(reading.name()).append(": ");
    text.append(reading.format().map(LogFormat::title).orElse("not recognised"));
    text.append(", ").append(Numbers.count(reading.read())).append(" read");
    if (reading.repeated() > 0) {
      text.append(", ").append(Numbers.count(reading.repeated())).append(" of them told before");
    }
    if (reading.skipped() > 0) {
      text.append(", ").append(Numbers.count(reading.skipped())).append(" could not be read");
      reading
          .entries()
          .forEach(
              entry -> text.append("; ").append(entry.place()).append(": ").append(entry.reason()));
    }
    reading.failure().ifPresent(failure -> text.append(". ").append(failure));
    reading.warnings().forEach(warning -> text.append(". ").append(warning));
    return text.toString().replace("..", ".");
  }
}
