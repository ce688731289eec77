package dev.lightfoot.analysis.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The shop's page with 51 statements, and with the first two of them.
final class LayerShiftTest {
  private static final int RUNS = 10;
  private static final long MILLI = 1_000_000;

  private static Snapshot joined(int secondsLater, int statements) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      String trace = ShopLogs.trace(i);
      Run run = ShopLogs.run(secondsLater + 60 * i, trace);
      ShopLogs logs = ShopLogs.of(run, trace);
      List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
      spans.addAll(logs.django(0).subList(0, statements));
      runs.addAll(Join.of(List.of(run), spans).runs());
    }
    return GeneratedRuns.snapshot(runs);
  }

  @Test
  void tripsOfALayerAreTheStacksAndItsTimeIsTheBills() {
    Snapshot a = joined(0, 51);
    Comparison comparison = Comparison.of(a, joined(7_200, 2));
    LayerShift database =
        comparison.layers().stream()
            .filter(layer -> layer.layer() == Layer.DATABASE)
            .findFirst()
            .orElseThrow();
    assertThat(database.tripsA()).hasValue(51);
    assertThat(database.tripsB()).hasValue(2);
    long billed =
        StackLedger.build(a.runs().getFirst(), a.runs()).lines().stream()
            .filter(line -> line.layer() == Layer.DATABASE)
            .mapToLong(line -> line.totalNanos())
            .sum();
    assertThat(database.shift().a()).allSatisfy(run -> assertThat(run.nanos()).isEqualTo(billed));
    assertThat(comparison.layers())
        .extracting(LayerShift::layer)
        .containsExactly(Layer.PROXY, Layer.APP, Layer.DATABASE);
  }

  @Test
  void eachLayerIsBilledOnBothSides() {
    Comparison comparison = Comparison.of(joined(0, 51), joined(7_200, 2));
    LedgerShift database =
        comparison.ledger().stream()
            .filter(layer -> layer.layer() == Layer.DATABASE)
            .findFirst()
            .orElseThrow();
    assertThat(database.a().trips()).isEqualTo(51);
    assertThat(database.b().trips()).isEqualTo(2);
    // trips × the smallest of the 51 calls
    assertThat(database.a().distanceNanos()).isEqualTo(51 * 2_330_000);
    assertThat(database.isChanged()).isTrue();
    assertThat(comparison.ledger())
        .extracting(LedgerShift::layer)
        .containsExactly(
            Layer.DNS,
            Layer.TCP,
            Layer.TLS,
            Layer.REQUEST,
            Layer.PROXY,
            Layer.APP,
            Layer.DATABASE,
            Layer.RESPONSE);
    assertThat(comparison.ledger().stream().filter(LedgerShift::isChanged)).hasSize(1);
  }

  @Test
  void theWaitIsAttributedToTheLayersItIsSpentIn() {
    Attribution attribution =
        Comparison.of(joined(0, 51), joined(7_200, 2)).attribution().orElseThrow();
    Part database =
        attribution.parts().stream()
            .filter(part -> part.name().equals("database"))
            .findFirst()
            .orElseThrow();
    assertThat(database.what()).isEqualTo(Part.What.LAYER);
    // 49 calls of 2.33 ms
    assertThat(database.nanos()).isBetween(-115 * MILLI, -113 * MILLI);
    assertThat(database.trips()).hasValue(-49);
    assertThat(attribution.parts().stream().mapToLong(Part::nanos).sum())
        .isEqualTo(attribution.totalNanos());
    assertThat(attribution.parts().getLast().trips()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void whereOneSideHasNoSpansThereAreNoLayersAndTheWaitIsOnePart() {
    List<Run> plain = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      plain.add(ShopLogs.run(7_200 + 60 * i, ShopLogs.trace(i)));
    }
    Comparison comparison = Comparison.of(joined(0, 51), GeneratedRuns.snapshot(plain));
    assertThat(comparison.layers()).isEmpty();
    assertThat(comparison.attribution().orElseThrow().parts())
        .noneMatch(part -> part.what() == Part.What.LAYER);
  }
}
