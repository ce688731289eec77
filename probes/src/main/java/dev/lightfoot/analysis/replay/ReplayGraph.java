package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// A run as what waited for what. It is changed, then run; a graph is used once.
public final class ReplayGraph {
  private final RunFacts facts;
  private final List<Job> jobs;
  private final long afterNanos;

  ReplayGraph(RunFacts facts, List<Job> jobs) {
    this.facts = facts;
    this.jobs = List.copyOf(jobs);
    this.afterNanos =
        facts.run().page().isEmpty()
            ? 0
            : facts.observedNanos()
                - jobs.stream()
                    .filter(Job::counted)
                    .mapToLong(job -> job.facts().endNanos())
                    .max()
                    .orElse(facts.observedNanos());
  }

  private ReplayGraph(ReplayGraph whole, List<Job> jobs) {
    this.facts = whole.facts;
    this.jobs = jobs;
    this.afterNanos = whole.afterNanos;
  }

  /// The same exchanges, of which only those are seen: what is changed in them is changed in this
  /// one, too, which is the one to be run.
  public ReplayGraph only(Predicate<Job> which) {
    return new ReplayGraph(this, jobs.stream().filter(which).toList());
  }

  /// Round trips of all exchanges and of the calls behind them, waited for or not.
  public int trips() {
    return jobs.stream().mapToInt(Job::trips).sum();
  }

  /// The exchanges, in the order in which they were asked for.
  public List<Job> jobs() {
    return jobs;
  }

  /// The exchange that brought the document, or the last hop of a probe.
  public Optional<Job> document() {
    OptionalInt named =
        observed().page().map(PageLoad::documentExchange).orElse(OptionalInt.empty());
    if (observed().page().isEmpty()) {
      return jobs.stream().filter(Job::counted).reduce((_, last) -> last);
    }
    return jobs.stream().filter(job -> named.equals(OptionalInt.of(job.exchange()))).findFirst();
  }

  /// The run as it was.
  public Run observed() {
    return facts.run();
  }

  /// Lets time pass.
  public Replayed run() {
    jobs.forEach(Job::run);
    return Replayed.of(this);
  }

  /// Own time of the page after its last request.
  long afterNanos() {
    return afterNanos;
  }

  RunFacts facts() {
    return facts;
  }
}
