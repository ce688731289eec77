package dev.lightfoot.analysis.pricing;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.analysis.whatif.Replays;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Tells whether the change of a finding concerns what the finding is about, all of it and nothing
/// else, in the runs that are replayed.
final class Extent {
  private final RunState state;

  /// The calls of each exchange of each run.
  private final List<List<ServerCall>> calls;

  private Extent(RunState state, List<List<ServerCall>> calls) {
    this.state = state;
    this.calls = calls;
  }

  static Extent of(Replays replays) {
    List<List<ServerCall>> calls = new ArrayList<>();
    for (ReplayGraph graph : replays.graphs()) {
      for (Job job : graph.jobs()) {
        List<ServerCall> own = new ArrayList<>();
        job.server().each(call -> own.add(call));
        own.removeIf(call -> call.trips() == 0);
        calls.add(own);
      }
    }
    calls.removeIf(List::isEmpty);
    return new Extent(replays.state(), calls);
  }

  /// What is to be changed for a finding.
  ///
  /// @param fits whether that is what the finding is about
  /// @param where the exchanges in which it is changed
  record Judged(boolean fits, Predicate<Job> where) {
    boolean holds(Job job) {
      return where.test(job);
    }
  }

  Judged of(Finding finding, Snapshot snapshot, FindingNames names) {
    List<Exchange> exchanges = exchanges(finding, snapshot);
    Predicate<Job> everywhere = _ -> true;
    return switch (finding.rule()) {
      case CONNECTION_NOT_REUSED -> {
        Set<Exchange> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        shown.addAll(exchanges);
        yield new Judged(
            !shown.isEmpty() && finding.evidenceLeftOut() == 0, job -> shown.contains(job.facts()));
      }
      case TLS_EXTRA_TRIP, NOT_COMPRESSED -> {
        Set<String> urls = new HashSet<>();
        exchanges.forEach(each -> urls.add(each.url()));
        yield new Judged(!urls.isEmpty(), job -> urls.contains(job.facts().url()));
      }
      case OLD_PROTOCOL -> {
        Set<String> origins = new HashSet<>();
        exchanges.forEach(each -> origins.add(PageHosts.origin(each.url())));
        yield new Judged(
            !origins.isEmpty(), job -> origins.contains(PageHosts.origin(job.facts().url())));
      }
      case REDIRECT, LATE_DISCOVERY, LATE_CONNECTION, FIRST_BYTE_WAITS ->
          new Judged(!exchanges.isEmpty(), everywhere);
      case QUEUE_BEFORE_APP ->
          new Judged(snapshot.runs().stream().allMatch(run -> run.page().isEmpty()), everywhere);
      case FAR_CACHE, FAR_DATABASE, OTHER_REGION -> {
        Optional<Layer> layer = finding.subject().layer();
        yield new Judged(
            isAllOf(finding, call -> layer.equals(Optional.of(call.layer()))), everywhere);
      }
      default -> {
        Set<String> meant = names.names(finding.fingerprint()).orElse(Set.of());
        yield new Judged(isAllOf(finding, call -> meant.contains(call.text().name())), everywhere);
      }
    };
  }

  /// Those that show it in runs of the state that is replayed.
  private List<Exchange> exchanges(Finding finding, Snapshot snapshot) {
    List<Exchange> exchanges = new ArrayList<>();
    for (Proof proof : finding.evidence()) {
      if (proof instanceof Proof.OfExchange(int run, int exchange)
          && snapshot.runs().get(run).state() == state) {
        exchanges.add(snapshot.runs().get(run).exchanges().get(exchange));
      }
    }
    return exchanges;
  }

  /// Whether the calls that would be changed are the finding's. Of a finding with more evidence
  /// than is kept, that of one exchange may be cut off, and others may have none.
  private boolean isAllOf(Finding finding, Predicate<ServerCall> changed) {
    Set<String> shown = new HashSet<>();
    for (Proof proof : finding.evidence()) {
      if (proof instanceof Proof.OfSpan(Optional<String> _, String id)) {
        shown.add(id);
      }
    }
    boolean cut = finding.evidenceLeftOut() > 0;
    int whole = 0;
    int partly = 0;
    for (List<ServerCall> own : calls) {
      List<ServerCall> meant = own.stream().filter(changed).toList();
      long told = meant.stream().filter(call -> shown.contains(call.span().spanId())).count();
      if (meant.isEmpty() || (cut && told == 0)) {
        continue;
      }
      if (told == meant.size() || told == Finding.MAX_EVIDENCE) {
        whole++;
      } else {
        partly++;
      }
    }
    return whole > 0 && partly <= (cut ? 1 : 0);
  }
}
