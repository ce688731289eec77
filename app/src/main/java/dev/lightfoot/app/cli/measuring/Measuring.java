package dev.lightfoot.app.cli.measuring;

import dev.lightfoot.app.cli.console.Console;
import dev.lightfoot.app.cli.console.ExitStatus;
import dev.lightfoot.app.cli.console.Interruption;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.option.Output;
import dev.lightfoot.intake.follow.JoinedLogs;
import dev.lightfoot.intake.follow.LogJoin;
import dev.lightfoot.intake.follow.Pause;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.report.words.RemarkText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/// Measures what the plans say, prints it, and tells by the exit status how it went.
public final class Measuring {
  private final Console console;
  private final ProbeSeries series;

  public Measuring(Console console, ProbeSeries series) {
    this.console = console;
    this.series = series;
  }

  /// The same, with every snapshot changed so.
  public Measuring mapping(UnaryOperator<Snapshot> change) {
    return new Measuring(
        console,
        (plans, listener, cancellation) ->
            series.compare(plans, listener, cancellation).stream().map(change).toList());
  }

  /// What becomes of a snapshot besides being printed.
  public interface Keeping {
    void keep(Snapshot snapshot) throws Refusal;
  }

  /// Measures all, prints all, keeps all; gives the highest exit status of all targets.
  public int measure(List<ProbePlan> plans, Output output, Keeping keeping) throws Refusal {
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      List<Snapshot> snapshots = new ArrayList<>();
      List<Integer> planned = new ArrayList<>();
      int status = ExitStatus.DONE;
      for (ProbePlan plan : plans) {
        if (cancellation.isCancelled()) {
          break;
        }
        try {
          snapshots.add(measure(plan, cancellation));
          planned.add(plan.states().size());
        } catch (Refusal e) {
          if (plans.size() == 1) {
            throw e;
          }
          // what the other targets gave is not lost
          console.warn(plan.request().url() + ": " + e.getMessage());
          status = ExitStatus.USAGE;
        }
      }
      output.print(snapshots, planned);
      status = cancellation.isCancelled() ? ExitStatus.INTERRUPTED : status;
      for (Snapshot snapshot : snapshots) {
        status = Math.max(status, Outcome.status(snapshot, console));
        keeping.keep(snapshot);
      }
      return status;
    }
  }

  /// Measures the same target in several ways, in turn, and prints them side by side.
  public int compare(List<ProbePlan> plans, Output output, Keeping keeping) throws Refusal {
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      int runs = plans.stream().mapToInt(plan -> plan.states().size()).sum();
      List<Snapshot> snapshots;
      try {
        snapshots = series.compare(plans, progress(runs), cancellation);
      } catch (IllegalArgumentException e) {
        throw new Refusal(String.valueOf(e.getMessage()), e);
      }
      output.compare(snapshots, plans.stream().map(p -> p.request().http().label()).toList());
      int status = cancellation.isCancelled() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
      for (Snapshot snapshot : snapshots) {
        status = Math.max(status, Outcome.status(snapshot, console));
        keeping.keep(snapshot);
      }
      return status;
    }
  }

  /// Makes requests that do not count.
  public void warmUp(ProbePlan plan) throws Refusal {
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      measure(plan, cancellation);
    }
  }

  /// Measures the target, and joins what its servers recorded where that is asked for. Nothing is
  /// printed.
  public Snapshot measured(ProbePlan plan, Optional<LogJoin> logs, Cancellation cancellation)
      throws Refusal {
    Snapshot measured = measure(plan, cancellation);
    return logs.isEmpty() ? measured : opened(measured, logs.get(), console, cancellation);
  }

  /// What was measured, with what its servers recorded. What is ambiguous is said on standard
  /// error.
  public static Snapshot opened(
      Snapshot measured, LogJoin logs, Console console, Cancellation cancellation) throws Refusal {
    JoinedLogs found = join(logs, measured, cancellation);
    logs.remarks(found).stream().map(RemarkText::of).forEach(console::warn);
    return measured.with(found.joined().runs());
  }

  /// Measures the target, joins what its servers logged, prints the stack and keeps it.
  public int open(ProbePlan plan, Output output, LogJoin logs, Keeping keeping) throws Refusal {
    Cancellation cancellation = new Cancellation();
    try (Interruption _ = Interruption.cancels(cancellation)) {
      Snapshot measured = measure(plan, cancellation);
      JoinedLogs found = join(logs, measured, cancellation);
      Snapshot snapshot = measured.with(found.joined().runs());
      output.stack(
          snapshot, logs.remarks(found), found.readings().stream().map(LogWords::source).toList());
      int status = cancellation.isCancelled() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
      keeping.keep(snapshot);
      return Math.max(status, Outcome.status(snapshot, console));
    }
  }

  private static JoinedLogs join(LogJoin logs, Snapshot measured, Cancellation cancellation)
      throws Refusal {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Cancellation.Registration _ = cancellation.onCancel(stopped::countDown)) {
      return logs.join(measured.runs(), Pause.until(stopped), cancellation::isCancelled);
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }

  private ProbeListener progress(int runs) {
    return console.interactive() ? new ProgressLine(console.err(), runs) : ProbeListener.NONE;
  }

  private Snapshot measure(ProbePlan plan, Cancellation cancellation) throws Refusal {
    ProbeListener listener = progress(plan.states().size());
    try {
      return series.measure(plan, listener, cancellation);
    } catch (IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()), e);
    }
  }
}
