package dev.lightfoot.intake.follow;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.join.Joined;
import dev.lightfoot.analysis.join.Written;
import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Reads the logs after the runs and joins them with what was measured. Servers write late: it
/// waits until all logs have grown and come to rest, and reads again while a run is not found, but
/// never longer than it may.
public final class LogJoin {
  /// More spans than that are not held: what follows is said to be left out.
  public static final int MOST_SPANS = 1_000_000;

  private final LogTails tails;
  private final Optional<ReceivedTraces> received;
  private final IntakeSettings settings;
  private final Duration patience;
  private final long begunUnixNanos = now();

  /// To be made before the runs: what is written from then on may be of them.
  ///
  /// @param received what programs send meanwhile
  /// @param patience how long it waits at most
  public LogJoin(
      LogTails tails,
      Optional<ReceivedTraces> received,
      IntakeSettings settings,
      Duration patience) {
    this.tails = tails;
    this.received = received;
    this.settings = settings;
    this.patience = patience;
  }

  /// The runs with what the servers recorded for them.
  ///
  /// @param cancelled ends the waiting and the reading; what was found until then counts
  /// @throws IOException with a sentence where a log is missing or cannot be read
  /// @throws IllegalArgumentException as [Intake#read] does
  public JoinedLogs join(List<Run> runs, Pause pause, BooleanSupplier cancelled)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean late =
          !tails.awaitRest(
              pause, deadline, () -> received.isEmpty() || received.get().atRest(runs));
      JoinedLogs found = read(runs, cancelled);
      if (found.notFound().isEmpty() || late || cancelled.getAsBoolean()) {
        return found;
      }
    }
  }

  /// What was ambiguous, left out or not found.
  public List<JoinRemark> remarks(JoinedLogs found) {
    List<JoinRemark> remarks = new ArrayList<>();
    if (found.left() > 0) {
      remarks.add(new JoinRemark.LeftOut(MOST_SPANS, found.left()));
    }
    remarks.addAll(found.joined().remarks());
    if (!found.notFound().isEmpty()) {
      remarks.add(new JoinRemark.NotFound(found.notFound(), patience, received.isPresent()));
    }
    return remarks;
  }

  private JoinedLogs read(List<Run> runs, BooleanSupplier cancelled) throws IOException {
    Collecting before = new Collecting(cancelled);
    Collecting all = new Collecting(cancelled);
    new Intake().read(tails.sourcesBefore(), settings, before);
    List<Source> now = new ArrayList<>(tails.sources());
    if (received.isPresent()) {
      now.add(received.get().source(runs));
    }
    List<FileReading> readings = new Intake().read(now, settings, all);
    Joined joined = Join.of(runs, all.without(before), new Written(begunUnixNanos, now()));
    return new JoinedLogs(joined, readings, all.left, notFound(joined.runs()));
  }

  private static long now() {
    return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
  }

  private static List<Integer> notFound(List<Run> runs) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).counts() && runs.get(i).spans().isEmpty()) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  /// Spans, up to a limit.
  private static final class Collecting implements IntakeListener {
    private final BooleanSupplier cancelled;
    private final List<Span> spans = new ArrayList<>();
    private long left;

    Collecting(BooleanSupplier cancelled) {
      this.cancelled = cancelled;
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
      return cancelled.getAsBoolean();
    }

    List<Span> without(Collecting others) {
      Set<String> ids = new HashSet<>();
      others.spans.forEach(span -> ids.add(span.spanId()));
      return spans.stream().filter(span -> !ids.contains(span.spanId())).toList();
    }
  }
}
