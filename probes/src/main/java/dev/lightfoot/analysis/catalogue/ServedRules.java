package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.audit.CacheUnseen;
import dev.lightfoot.analysis.audit.NoDurations;
import dev.lightfoot.analysis.audit.PartialTrace;
import dev.lightfoot.analysis.audit.SampledTrace;
import dev.lightfoot.analysis.audit.SpansDropped;
import dev.lightfoot.analysis.audit.StatementTextCut;
import dev.lightfoot.analysis.cache.CacheHitAndQuery;
import dev.lightfoot.analysis.cache.CacheMissThenQuery;
import dev.lightfoot.analysis.cache.CacheSlowerThanSource;
import dev.lightfoot.analysis.cache.FragmentsOneByOne;
import dev.lightfoot.analysis.cache.RepeatedCacheGet;
import dev.lightfoot.analysis.cache.SameKeyEveryRequest;
import dev.lightfoot.analysis.calls.DarkTime;
import dev.lightfoot.analysis.calls.PoolWait;
import dev.lightfoot.analysis.calls.QueueBeforeApp;
import dev.lightfoot.analysis.calls.RepeatedCall;
import dev.lightfoot.analysis.calls.Retries;
import dev.lightfoot.analysis.calls.SameWorkAcrossRequests;
import dev.lightfoot.analysis.calls.SequentialCalls;
import dev.lightfoot.analysis.database.ConnectionPerRequest;
import dev.lightfoot.analysis.database.CountPerRow;
import dev.lightfoot.analysis.database.CountThenFetch;
import dev.lightfoot.analysis.database.IdenticalQuery;
import dev.lightfoot.analysis.database.PerRequestLookup;
import dev.lightfoot.analysis.database.QueryBeforeCacheHit;
import dev.lightfoot.analysis.database.RepeatedPattern;
import dev.lightfoot.analysis.database.RepeatedQuery;
import dev.lightfoot.analysis.database.TransactionTrips;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.place.FarCache;
import dev.lightfoot.analysis.place.FarDatabase;
import dev.lightfoot.analysis.place.OtherRegion;
import dev.lightfoot.analysis.place.ProxyElsewhere;
import dev.lightfoot.analysis.served.ServedRule;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.analysis.served.ServedTraces;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules over what servers recorded, in the order of their rank: where several see the same
/// calls, the first keeps them.
public final class ServedRules {
  private static final List<ServedRule> BY_RANK =
      List.of(
          new StatementTextCut(),
          new PartialTrace(),
          new SampledTrace(),
          new SpansDropped(),
          new CacheUnseen(),
          new NoDurations(),
          new Retries(),
          new CacheMissThenQuery(),
          new IdenticalQuery(),
          new CountPerRow(),
          new CountThenFetch(),
          new RepeatedPattern(),
          new RepeatedQuery(),
          new FragmentsOneByOne(),
          new RepeatedCacheGet(),
          new CacheHitAndQuery(),
          new CacheSlowerThanSource(),
          new PerRequestLookup(),
          new TransactionTrips(),
          new ConnectionPerRequest(),
          new QueryBeforeCacheHit(),
          new SameKeyEveryRequest(),
          new OtherRegion(),
          new FarCache(),
          new FarDatabase(),
          new ProxyElsewhere(),
          new RepeatedCall(),
          new SequentialCalls(),
          new QueueBeforeApp(),
          new PoolWait(),
          new DarkTime(),
          new SameWorkAcrossRequests());

  private ServedRules() {}

  /// What each of them says, in the catalogue's order.
  public static Map<Rule, RuleAnswer> judge(ServedSpans spans) {
    ServedTraces traces = ServedTraces.of(spans);
    Map<Rule, RuleAnswer> answers = new EnumMap<>(Rule.class);
    for (ServedRule rule : BY_RANK) {
      answers.put(rule.rule(), rule.judge(traces));
    }
    return answers;
  }

  /// Which they are.
  static Set<Rule> rules() {
    return BY_RANK.stream().map(ServedRule::rule).collect(Collectors.toUnmodifiableSet());
  }
}
