package dev.lightfoot.analysis.join;

import dev.lightfoot.analysis.join.ClockLimits.Limit;
import dev.lightfoot.analysis.join.JoinRemark.Compared;
import dev.lightfoot.analysis.join.statement.Sweep;
import dev.lightfoot.analysis.join.statement.Sweep.Interval;
import dev.lightfoot.analysis.join.statement.Sweep.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/// Finds the offset of a log's clock by its entries without ids: the one at which most requests
/// have one within their time. It is believed only where the clock can be off so much, no other
/// offset does as well, and what others asked for can hardly have made it by chance.
final class Placing {
  private final String clock;
  private final Compared compared;
  private final Limit limit;
  private final Map<Request, List<Entry>> candidates;
  private final Map<Request, List<Entry>> fits = new LinkedHashMap<>();
  private List<Interval> offsets = List.of();
  private ToIntFunction<Request> servers = _ -> 1;

  /// @param candidates what could be each request's, at whatever offset
  Placing(String clock, Compared compared, Limit limit, Map<Request, List<Entry>> candidates) {
    this.clock = clock;
    this.compared = compared;
    this.limit = limit;
    this.candidates = new LinkedHashMap<>(candidates);
  }

  /// How many servers worked on a request, each in a thread of its own; one unless this says so.
  Placing servedBy(ToIntFunction<Request> many) {
    servers = many;
    return this;
  }

  /// Looks for the offset; afterwards [#fitting] gives entries.
  ///
  /// @return why there is none; empty where there is one, or no entry at all
  Optional<JoinRemark> search() {
    List<Region> anywhere = Sweep.best(votes(Interval.ANY));
    List<Region> best = Sweep.best(votes(limit.offsets()));
    if (anywhere.isEmpty()) {
      return Optional.empty();
    }
    Interval nearest = Sweep.nearest(anywhere, 0).interval();
    boolean better = !limit.known() && votes(anywhere) > votes(best);
    if (best.isEmpty() || better) {
      return Optional.of(new JoinRemark.OffsetUnlikely(clock, compared, nearest.nearest()));
    }
    take(best.stream().map(Region::interval).toList());
    boolean tie = offsets.getLast().low() - offsets.getFirst().high() > precision();
    if (tie || chance(Math.min(votes(best), distinct())) > Chance.MOST) {
      take(List.of());
      return Optional.of(
          tie
              ? new JoinRemark.AmbiguousOffset(clock, compared, best.size())
              : new JoinRemark.MayBeOthers(clock, compared));
    }
    return Optional.empty();
  }

  private void take(List<Interval> found) {
    offsets = found;
    fits.clear();
    candidates.forEach(
        (request, entries) ->
            fits.put(
                request,
                entries.stream()
                    .filter(
                        entry -> {
                          Interval vote = entry.within(request.window());
                          return offsets.stream().anyMatch(vote::meets);
                        })
                    .toList()));
  }

  /// An entry of whole seconds may fit several requests, and is one of them at most.
  private int distinct() {
    return (int) fits.values().stream().flatMap(List::stream).map(Entry::key).distinct().count();
  }

  private static int votes(List<Region> best) {
    return best.isEmpty() ? 0 : best.getFirst().votes();
  }

  /// One vote a request, however many of its candidates agree.
  private List<Interval> votes(Interval allowed) {
    List<Interval> votes = new ArrayList<>();
    candidates.forEach(
        (request, entries) ->
            votes.addAll(
                Sweep.union(
                    entries.stream()
                        .map(entry -> entry.within(request.window()).and(allowed))
                        .toList())));
    return votes;
  }

  private double chance(int fitting) {
    Rate rate = rate();
    double unseen = limit.known() ? 0 : Rate.UNSEEN;
    double each = 0;
    for (Request request : candidates.keySet()) {
      each += Math.min(1, (rate.perNano(request) + unseen) * width(request)) / candidates.size();
    }
    double choices = 0;
    for (Interval offset : offsets) {
      choices = Math.max(choices, limit.choices(offset, precision()));
    }
    return Chance.ofOffset(candidates.size(), fitting, each, choices)
        * Chance.ofMissing(candidates.size(), candidates.size() - fitting);
  }

  private double precision() {
    return candidates.keySet().stream().mapToDouble(this::width).average().orElse(0);
  }

  /// How many offsets put an entry within the request, on average of its candidates.
  private double width(Request request) {
    return candidates.getOrDefault(request, List.of()).stream()
        .map(entry -> entry.within(request.window()))
        .mapToLong(vote -> Math.max(0, vote.high() - vote.low()))
        .average()
        .orElse(0);
  }

  private Rate rate() {
    Interval middle = offsets.getFirst();
    return new Rate(candidates, middle.middle(), this::own);
  }

  /// The offset found, the first of several.
  Interval offset() {
    return offsets.isEmpty() ? Interval.ANY : offsets.getFirst();
  }

  /// What of the entries is taken for the request's own.
  private int own(Request request) {
    Map<String, Integer> byRecorder = new LinkedHashMap<>();
    fitting(request).forEach(entry -> byRecorder.merge(entry.recorder(), 1, Integer::sum));
    boolean access = compared == Compared.REQUESTS;
    return byRecorder.values().stream()
        .map(many -> access ? 1 : many)
        .sorted(Comparator.reverseOrder())
        .limit(servers.applyAsInt(request))
        .mapToInt(Integer::intValue)
        .sum();
  }

  /// The entries that lie within the request at one of the offsets found.
  List<Entry> fitting(Request request) {
    return fits.getOrDefault(request, List.of());
  }

  /// Whether it fits others of these requests, too.
  boolean isShared(Entry entry) {
    return fits.values().stream()
            .filter(own -> own.stream().anyMatch(each -> each.key().equals(entry.key())))
            .limit(2)
            .count()
        > 1;
  }

  /// Those of which it is not clear whether they lie within it.
  List<Entry> atTheEdge(Request request) {
    Set<String> fitting = new HashSet<>();
    fitting(request).forEach(entry -> fitting.add(entry.key()));
    return candidates.getOrDefault(request, List.of()).stream()
        .filter(
            entry -> {
              Interval vote = entry.touching(request.window());
              return !fitting.contains(entry.key()) && offsets.stream().anyMatch(vote::meets);
            })
        .toList();
  }

  /// Whether one of these threads or sessions worked for others shortly before or after: then what
  /// is the request's own cannot be told from that.
  boolean workedForOthers(Request request, Set<String> recorders) {
    Set<String> ours = new HashSet<>();
    fits.values().forEach(own -> own.forEach(entry -> ours.add(entry.key())));
    Interval near = offset().widened(Rate.AROUND_NANOS);
    return candidates.getOrDefault(request, List.of()).stream()
        .filter(entry -> recorders.contains(entry.recorder()) && !ours.contains(entry.key()))
        .anyMatch(entry -> entry.touching(request.window()).meets(near));
  }

  /// Requests of which an entry fits, though another one's may be it.
  Set<Request> doubtful() {
    Set<Request> doubtful = new HashSet<>();
    if (offsets.isEmpty()) {
      return doubtful;
    }
    List<Request> missing =
        candidates.keySet().stream().filter(request -> fitting(request).isEmpty()).toList();
    double lost = Chance.ofMissing(candidates.size(), missing.size());
    double chance = Math.max(lost, sharedRecorder());
    ClockSteps steps = new ClockSteps(candidates, offsets);
    ToDoubleFunction<Request> others = others();
    for (Request request : candidates.keySet()) {
      if (others.applyAsDouble(request) * chance > Chance.MOST
          || steps.mayHaveStepped(request, missing)) {
        doubtful.add(request);
      }
    }
    return doubtful;
  }

  /// How many entries of others are to be expected within a request, by chance.
  ToDoubleFunction<Request> others() {
    Rate rate = rate();
    long found = offsets.stream().mapToLong(offset -> offset.high() - offset.low()).max().orElse(0);
    return request -> rate.perNano(request) * (width(request) + found);
  }

  /// How likely it is that another request's thread or session was this one's, too.
  private double sharedRecorder() {
    long recorders =
        candidates.values().stream()
            .flatMap(List::stream)
            .map(Entry::recorder)
            .distinct()
            .limit(100)
            .count();
    return compared == Compared.REQUESTS ? 0 : 1.0 / Math.max(1, recorders);
  }
}
