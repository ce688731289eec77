package dev.lightfoot.analysis.served;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ServedSpansTest {
  @Test
  void keepsWholeTracesAndSaysHowManySpansWereTooMany() {
    ServedSpans spans = new ServedSpans(5);
    for (int trace = 0; trace < 3; trace++) {
      Recorded.request(trace, "/", 10).query("SELECT 1", 1).spans().forEach(spans::add);
    }
    assertThat(spans.size()).isEqualTo(4);
    assertThat(spans.leftOut()).isEqualTo(2);
    assertThat(spans.traces()).extracting(List::size).containsExactly(2, 2);
  }

  @Test
  void theTraceThatWasBegunLastMakesRoomForOneThatIsKept() {
    ServedSpans spans = new ServedSpans(4);
    var first = Recorded.request(0, "/", 10).query("SELECT 1", 1).query("SELECT 2", 1).spans();
    var second = Recorded.request(1, "/", 10).query("SELECT 1", 1).spans();
    first.subList(0, 2).forEach(spans::add);
    second.forEach(spans::add);
    spans.add(first.get(2));
    second.forEach(spans::add);
    assertThat(spans.traces()).containsExactly(first);
    assertThat(spans.leftOut()).isEqualTo(4);
  }

  @Test
  void aTraceLargerThanAllThatIsKeptIsTorn() {
    ServedSpans spans = new ServedSpans(2);
    var trace = Recorded.request("/", 10).query("SELECT 1", 1).query("SELECT 2", 1).spans();
    trace.forEach(spans::add);
    assertThat(spans.torn()).isEqualTo(trace.getFirst().traceId().orElseThrow());
    assertThat(spans.size()).isEqualTo(2);
  }
}
