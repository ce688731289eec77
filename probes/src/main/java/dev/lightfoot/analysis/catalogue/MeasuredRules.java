package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.assets.DuplicateRequest;
import dev.lightfoot.analysis.assets.LateConnection;
import dev.lightfoot.analysis.assets.LateDiscovery;
import dev.lightfoot.analysis.assets.MissingResource;
import dev.lightfoot.analysis.assets.RenderBlocking;
import dev.lightfoot.analysis.assets.ThirdPartyCritical;
import dev.lightfoot.analysis.assets.UselessHint;
import dev.lightfoot.analysis.connect.AddressInVain;
import dev.lightfoot.analysis.connect.ConnectionNotReused;
import dev.lightfoot.analysis.connect.DnsChain;
import dev.lightfoot.analysis.connect.FarServer;
import dev.lightfoot.analysis.connect.OcspNotStapled;
import dev.lightfoot.analysis.connect.OldProtocol;
import dev.lightfoot.analysis.connect.Redirect;
import dev.lightfoot.analysis.connect.TlsChainOverflow;
import dev.lightfoot.analysis.connect.TlsExtraTrip;
import dev.lightfoot.analysis.connect.TlsNotResumed;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.sent.CookiesToStatic;
import dev.lightfoot.analysis.sent.EdgeMiss;
import dev.lightfoot.analysis.sent.FirstWindowOverflow;
import dev.lightfoot.analysis.sent.NotCompressed;
import dev.lightfoot.analysis.sent.NotKept;
import dev.lightfoot.analysis.sent.RequestHeadLarge;
import dev.lightfoot.analysis.stream.BufferedOnTheWay;
import dev.lightfoot.analysis.stream.CutMidway;
import dev.lightfoot.analysis.stream.FirstByteWaits;
import dev.lightfoot.model.Snapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The rules about what the client measured.
public final class MeasuredRules {
  private static final List<MeasuredRule> RULES =
      List.of(
          new DnsChain(),
          new AddressInVain(),
          new TlsExtraTrip(),
          new TlsChainOverflow(),
          new TlsNotResumed(),
          new OcspNotStapled(),
          new ConnectionNotReused(),
          new OldProtocol(),
          new Redirect(),
          new FarServer(),
          new RequestHeadLarge(),
          new CookiesToStatic(),
          new NotCompressed(),
          new FirstWindowOverflow(),
          new NotKept(),
          new EdgeMiss(),
          new LateDiscovery(),
          new LateConnection(),
          new RenderBlocking(),
          new ThirdPartyCritical(),
          new DuplicateRequest(),
          new UselessHint(),
          new MissingResource(),
          new FirstByteWaits(),
          new BufferedOnTheWay(),
          new CutMidway());

  private MeasuredRules() {}

  /// What each of them says of that snapshot.
  public static Map<Rule, RuleAnswer> judge(Snapshot snapshot) {
    Map<Rule, RuleAnswer> answers = new EnumMap<>(Rule.class);
    if (snapshot.runs().isEmpty()) {
      RULES.forEach(
          rule -> answers.put(rule.rule(), RuleAnswer.notApplicable(Reason.Kind.NO_MEASUREMENT)));
      return answers;
    }
    MeasuredSnapshot facts = MeasuredSnapshot.of(snapshot);
    RULES.forEach(rule -> answers.put(rule.rule(), rule.judge(facts)));
    return answers;
  }

  /// Which they are.
  static Set<Rule> rules() {
    return RULES.stream().map(MeasuredRule::rule).collect(Collectors.toUnmodifiableSet());
  }
}
