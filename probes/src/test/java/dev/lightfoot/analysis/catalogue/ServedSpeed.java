package dev.lightfoot.analysis.catalogue;

import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.analysis.served.ServedSpans;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// How long all rules take for 100 000 spans of several shapes, in milliseconds by the clock, for
/// two threads share the work; run by hand.
final class ServedSpeed {
  private static final int ROUNDS = 12;

  private ServedSpeed() {}

  public static void main(String[] arguments) {
    time("20 000 requests of 5 spans", () -> requests(20_000, 4));
    time("1000 requests of 100 spans", () -> requests(1000, 99));
    time("one request of 100 000 spans", () -> requests(1, 99_999));
    time("one request, each statement another", ServedSpeed::distinct);
    time("100 000 lines of an access log", ServedSpeed::lines);
  }

  private static void time(String shape, Supplier<ServedSpans> make) {
    ServedSpans spans = make.get();
    List<Long> millis = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      found =
          (int)
              ServedRules.judge(spans).values().stream()
                  .filter(RuleAnswer.Found.class::isInstance)
                  .count();
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    System.out.println(shape + ", " + spans.size() + " spans, " + found + " found: " + millis);
  }

  private static ServedSpans requests(int requests, int calls) {
    ServedSpans spans = new ServedSpans();
    for (int r = 0; r < requests; r++) {
      Recorded request = Recorded.request(r, "/page" + r % 20, calls * 2 + 10);
      for (int i = 0; i < calls; i++) {
        switch (i % 4) {
          case 0 ->
              request.query("SELECT a, b FROM item JOIN c ON c.d = item.e WHERE id = " + i, 1);
          case 1 -> request.cache("GET key" + i, 0.5);
          case 2 -> request.query("SELECT COUNT(*) FROM review WHERE item = $1", 1);
          default -> request.get("http://other/item/" + i, 2);
        }
      }
      request.spans().forEach(spans::add);
    }
    return spans;
  }

  private static ServedSpans distinct() {
    Recorded request = Recorded.request("/", 200_010);
    for (int i = 0; i < 99_999; i++) {
      request.query("SELECT a, b FROM item_" + i + " WHERE id IN (" + i + ", 2) ORDER BY a", 2);
    }
    return Recorded.all(request);
  }

  private static ServedSpans lines() {
    ServedSpans spans = new ServedSpans();
    for (int i = 0; i < 50_000; i++) {
      Recorded.untraced(i, "/page/" + i % 300, 12, Layer.PROXY).forEach(spans::add);
    }
    return spans;
  }
}
