package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.distance.Nearness;
import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.stack.PeerDistance;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.report.words.DistanceWords;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PeerDistanceTest {

  @Test
  void aDatabaseIsNoFartherThanItsSmallestRoundTripReaches() {
    ShopLogs logs = ShopLogs.of(ShopLogs.run());
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(logs.django(0));
    spans.addAll(logs.postgresql(0));
    List<Run> runs = Join.of(List.of(ShopLogs.run()), spans).runs();
    List<PeerDistance> distances = PeerDistance.of(StackBuilder.build(runs.getFirst(), runs));
    assertThat(distances.stream().filter(each -> each.layer() == Layer.DATABASE))
        .singleElement()
        .satisfies(
            database -> {
              assertThat(database.nearness()).isEqualTo(Nearness.OTHER_ZONE_OR_REGION);
              assertThat(database.kilometres()).isBetween(200L, 240L);
            });
  }

  @Test
  void theBoundIsSaidInWordsAndKilometres() {
    assertThat(said(900_000, Nearness.SAME_REGION, 90))
        .isEqualTo(
            "PostgreSQL: no farther than another zone of the region, at most 90 km away; its"
                + " smallest round trip is 0.90 ms");
    assertThat(said(30_000, Nearness.SAME_HOST, 0))
        .isEqualTo("PostgreSQL: on the same host; its smallest round trip is 0.03 ms");
  }

  private static String said(long nanos, Nearness nearness, long kilometres) {
    Peer peer = new Peer.DataStore("postgresql", Optional.empty());
    return Numbers.plain(
        DistanceWords.sentence(
            new PeerDistance(Layer.DATABASE, Optional.of(peer), nanos, nearness, kilometres)));
  }
}
