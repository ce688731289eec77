package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.finding.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The words about calls of one template. Where several machines are asked the same, `machines`
/// names them.
///
/// @param group the calls
/// @param more facts of the rule's own
/// @param several whether they go to several machines, each of which shows the same
/// @param apart whether what another machine was asked is not added to them
record CallWords(
    CallGroup group,
    ServedTraces traces,
    Function<CallGroup, List<Fact>> more,
    boolean several,
    boolean apart)
    implements Words {
  @Override
  public List<Fact> facts() {
    List<Fact> own = new ArrayList<>(more.apply(group));
    if (several) {
      Set<String> machines = new LinkedHashSet<>();
      group.calls().forEach(call -> machines.add(PeerName.shown(call)));
      own.add(Fact.name("machines", String.join(", ", machines)));
    }
    return CallFacts.of(group, traces, own);
  }

  @Override
  public Optional<CallWords> ofCalls() {
    return apart ? Optional.empty() : Optional.of(this);
  }

  @Override
  public Words alone() {
    return new CallWords(group, traces, more, several, true);
  }

  /// Whether the other's calls go to machines to which none of these does.
  boolean isOfOther(CallWords other) {
    Set<Question> asked = new HashSet<>();
    group.calls().forEach(call -> asked.add(call.question()));
    return other.group.calls().stream().noneMatch(call -> asked.contains(call.question()));
  }

  /// Those about these calls and the other's, which go to another machine.
  CallWords with(CallWords other) {
    List<Call> all = new ArrayList<>(group.calls());
    all.addAll(other.group.calls());
    all.sort(Comparator.comparingLong(Call::startNanos).thenComparingInt(Call::number));
    return new CallWords(new CallGroup(group.request(), all), traces, more, true, apart);
  }
}
