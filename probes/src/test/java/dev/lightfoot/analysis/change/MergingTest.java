package dev.lightfoot.analysis.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.change.parse.ChangeFault.Refused;
import dev.lightfoot.analysis.change.parse.Changes;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.RunFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MergingTest {
  /// The shop's request, its statements sent to so many databases in turn.
  private static Run shop(int databases) {
    Run plain = ShopLogs.run();
    ShopLogs logs = ShopLogs.of(plain);
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    List<Span> calls = logs.django(0);
    for (int i = 0; i < calls.size(); i++) {
      Span call = calls.get(i);
      String address = "10.77.3." + (1 + i % databases);
      spans.add(call.with(call.attributes().with(AttributeNames.SERVER_ADDRESS, address)));
    }
    return Join.of(List.of(plain), spans).runs().getFirst();
  }

  private static int fewerTrips(Run run) throws Refused {
    ReplayGraph graph = RunFacts.of(run, List.of(run)).graph();
    int before = graph.trips();
    Changes.of(List.of("batch=shop_supplier")).edit(graph, Draw.MIDDLE);
    return before - graph.trips();
  }

  @Test
  void callsForTheSameBecomeOne() throws Refused {
    assertThat(fewerTrips(shop(1))).isEqualTo(49);
  }

  @Test
  void ofTwoDatabasesEachIsStillAsked() throws Refused {
    assertThat(fewerTrips(shop(2))).isEqualTo(48);
  }
}
