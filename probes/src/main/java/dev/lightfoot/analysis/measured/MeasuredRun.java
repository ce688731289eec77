package dev.lightfoot.analysis.measured;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.page.PageCriticalPath;
import dev.lightfoot.analysis.page.PathStep;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackFloors;
import dev.lightfoot.analysis.summary.RunTime;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One run with what its rules need.
public final class MeasuredRun {
  private final int at;
  private final Run run;
  private final Floors floors;
  private final StackFloors stackFloors;
  private final long wholeNanos;
  private final Optional<PageCriticalPath> path;
  private final Map<Integer, List<Stretch>> critical = new HashMap<>();
  private final List<MeasuredExchange> exchanges;
  private @Nullable Stack stack;

  /// A part of the critical path.
  private record Stretch(long from, long to) {
    long within(long start, long end) {
      return Math.max(0, Math.min(to, end) - Math.max(from, start));
    }
  }

  MeasuredRun(int at, Run run, Floors floors, PeerFloors peers, StackFloors stackFloors) {
    this.at = at;
    this.run = run;
    this.floors = floors;
    this.stackFloors = stackFloors;
    wholeNanos = RunTime.nanos(run);
    path = run.page().map(_ -> PageCriticalPath.of(run, floors));
    path.ifPresentOrElse(this::addPath, () -> addChain(RedirectChain.of(run)));
    List<MeasuredExchange> made = new ArrayList<>();
    for (int i = 0; i < run.exchanges().size(); i++) {
      made.add(new MeasuredExchange(this, i, run.exchanges().get(i), peers));
    }
    exchanges = Collections.unmodifiableList(made);
  }

  private void addPath(PageCriticalPath found) {
    for (PathStep step : found.steps()) {
      add(step.exchange(), step.startNanos(), step.toNanos());
    }
  }

  private void addChain(RedirectChain chain) {
    int next = 0;
    for (int i = 0; i < run.exchanges().size() && next < chain.hops().size(); i++) {
      if (run.exchanges().get(i).equals(chain.hops().get(next))) {
        add(i, chain.hops().get(next).startNanos(), chain.hops().get(next).endNanos());
        next++;
      }
    }
  }

  private void add(int exchange, long from, long to) {
    critical.computeIfAbsent(exchange, _ -> new ArrayList<>()).add(new Stretch(from, to));
  }

  /// Position in the snapshot.
  public int at() {
    return at;
  }

  public Run run() {
    return run;
  }

  public Floors floors() {
    return floors;
  }

  /// Of the run's time the number that stands for it: see [RunTime].
  public long wholeNanos() {
    return wholeNanos;
  }

  /// In the order in which they were asked for.
  public List<MeasuredExchange> exchanges() {
    return exchanges;
  }

  /// What a page waited for; empty for a probe.
  public Optional<PageCriticalPath> path() {
    return path;
  }

  /// The exchange that brought the page's document; for a probe what its redirects led to.
  public Optional<MeasuredExchange> document() {
    OptionalInt named = run.page().map(PageLoad::documentExchange).orElse(OptionalInt.empty());
    if (run.page().isPresent()) {
      return named.isPresent() && named.getAsInt() < exchanges.size()
          ? Optional.of(exchanges.get(named.getAsInt()))
          : Optional.empty();
    }
    return exchanges.stream().filter(MeasuredExchange::isCritical).reduce((_, last) -> last);
  }

  /// When a page first drew text or an image.
  public OptionalLong firstPaintNanos() {
    return run.page()
        .map(load -> load.marks().firstContentfulPaintNanos())
        .orElse(OptionalLong.empty());
  }

  /// How much of that stretch of an exchange's time lies on the critical path.
  long criticalNanos(int exchange, long from, long to) {
    long nanos = 0;
    for (Stretch stretch : critical.getOrDefault(exchange, List.of())) {
      nanos += stretch.within(from, to);
    }
    return nanos;
  }

  boolean isCritical(int exchange) {
    return critical.containsKey(exchange);
  }

  /// What servers recorded for it, on its clock; empty where nothing was joined.
  public synchronized Optional<Stack> stack() {
    if (run.spans().isEmpty()) {
      return Optional.empty();
    }
    if (stack == null) {
      stack = StackBuilder.build(run, stackFloors);
    }
    return Optional.of(stack);
  }
}
