package dev.lightfoot.analysis.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A log without traces whose entries have request ids, beside a proxy that logs both.
final class RequestIdsTest {
  private static final long SECOND = 1_000_000_000;

  private final Run run = ShopLogs.run();
  private final ShopLogs logs = ShopLogs.of(run);
  private final List<Span> spans = new ArrayList<>(List.of(numbered(logs.nginx(0), "own-1")));

  @Test
  void whereTheIdsAreOthersAloneTheRequestWasNotLoggedHoweverAlikeAnEntryIs() {
    Run other = ShopLogs.run(30, ShopLogs.trace(9));
    spans.add(numbered(ShopLogs.of(other, ShopLogs.trace(9)).nginx(0), "other-1"));
    spans.add(numbered(withoutTrace(logs.gunicorn(0, ShopLogs.MICRO)), "other-1"));
    Joined joined = Join.of(List.of(run), spans);
    assertThat(joined.runs().getFirst().spans())
        .extracting(Span::layer)
        .containsExactly(Layer.PROXY);
    assertThat(joined.remarks()).contains(new JoinRemark.NotLogged("gunicorn", List.of(1)));
  }

  @Test
  void idsThatTheProxyDoesNotKnowAreOfAnotherKindAndSayNothing() {
    spans.add(numbered(withoutTrace(logs.gunicorn(0, ShopLogs.MICRO)), "worker-5-17"));
    Joined joined = Join.of(List.of(run), spans);
    assertThat(joined.runs().getFirst().spans())
        .extracting(Span::layer)
        .containsExactlyInAnyOrder(Layer.PROXY, Layer.APP);
    assertThat(joined.remarks()).isEmpty();
  }

  @Test
  void itsOwnIdFindsTheRequestAmongOthersOfTheSameAddress() {
    Run other = ShopLogs.run(1, ShopLogs.trace(9));
    Span late = ShopLogs.of(other, ShopLogs.trace(9)).gunicorn(0, SECOND);
    spans.add(numbered(withoutTrace(late), "other-1"));
    spans.add(numbered(withoutTrace(logs.gunicorn(0, SECOND)), "own-1"));
    Run joined = Join.of(List.of(run), spans).runs().getFirst();
    assertThat(joined.spans())
        .filteredOn(span -> span.layer() == Layer.APP)
        .singleElement()
        .satisfies(
            span -> assertThat(span.attributes().get(AttributeNames.REQUEST_ID)).contains("own-1"));
  }

  private static Span numbered(Span span, String id) {
    return span.with(span.attributes().with(AttributeNames.REQUEST_ID, id));
  }

  private static Span withoutTrace(Span span) {
    return Span.of(span.spanId(), span.name(), span.layer(), span.kind(), span.time())
        .with(span.attributes());
  }
}
