package dev.lightfoot.analysis.bill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.Join;
import dev.lightfoot.analysis.join.ShopLogs;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.StackBuilder;
import dev.lightfoot.analysis.stack.StackLedger;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class JoinedBillTest {
  private static final long MICRO = 1_000;

  private final Run plain = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(plain);

  private Run joined(List<Span> calls) {
    List<Span> spans = new ArrayList<>(List.of(logs.nginx(0), logs.gunicorn(0, 1_000)));
    spans.addAll(calls);
    return Join.of(List.of(plain), spans).runs().getFirst();
  }

  private Span call(Layer layer, String system, long atMicros, long micros) {
    return Span.of(
            "%016x".formatted(atMicros * 1_000_003 + micros),
            "GET",
            layer,
            SpanKind.CLIENT,
            logs.at(atMicros, micros, 0, MICRO))
        .with(
            Attributes.of(
                AttributeNames.FORMAT, "otlp",
                AttributeNames.DB_SYSTEM, system,
                AttributeNames.PROCESS_ID, "25499"))
        .inTrace(ShopLogs.TRACE, Optional.of(logs.gunicorn(0, 1_000).spanId()));
  }

  @Test
  void oneAfterTheOtherIsAllWaitedFor() {
    Run run = joined(logs.django(0));
    RunBill bill = RunBillTest.bill(run);
    assertThat(line(bill, Layer.DATABASE).critical().trips()).isEqualTo(51);
    assertThat(line(bill, Layer.DATABASE).all()).isEqualTo(line(bill, Layer.DATABASE).critical());
    assertThat(bill.besideNanos()).isZero();
  }

  @Test
  void ofCallsAtOnceOneIsWaitedForAndAllAreBilledInAll() {
    List<Span> calls = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      calls.add(call(Layer.CACHE, "redis", 130_000 + i, 2_000 + 100 * i));
    }
    BillLine cache = line(RunBillTest.bill(joined(calls)), Layer.CACHE);
    assertThat(cache.critical().trips()).isEqualTo(1);
    assertThat(cache.all().trips()).isEqualTo(6);
    assertThat(cache.critical().totalNanos()).isEqualTo(2_500 * MICRO);
    assertThat(cache.all().totalNanos()).isEqualTo((6 * 2_000 + 1_500) * MICRO);
  }

  @Test
  void theColumnsAreThoseOfTheLedgerAndOfTheStackWhateverWasLogged() {
    Random random = new Random(5);
    for (int i = 0; i < 150; i++) {
      List<Span> calls = new ArrayList<>();
      int size = random.nextInt(40);
      for (int j = 0; j < size; j++) {
        boolean cache = random.nextBoolean();
        calls.add(
            call(
                cache ? Layer.CACHE : Layer.DATABASE,
                cache ? "redis" : "postgresql",
                116_500 + random.nextInt(170_000) / 10 * 10 + j % 10,
                100 + random.nextInt(9_000)));
      }
      Run run = joined(calls);
      RunBill bill = RunBillTest.bill(run);
      assertThat(bill.critical().trips()).isEqualTo(StackLedger.build(run, List.of(run)).trips());
      int behind =
          StackBuilder.build(run, List.of(run)).layers().stream().mapToInt(LayerTotal::trips).sum();
      assertThat(
              bill.lines().stream()
                  .filter(BillLine::isServers)
                  .mapToInt(line -> line.all().trips())
                  .sum())
          .isEqualTo(behind);
      assertThat(bill.all().totalNanos())
          .isEqualTo(bill.critical().totalNanos() + bill.besideNanos());
    }
  }

  private static BillLine line(RunBill bill, Layer layer) {
    return bill.lines().stream().filter(line -> line.layer() == layer).findFirst().orElseThrow();
  }
}
