package dev.lightfoot.analysis.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.span.Layer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TracesReadTest {
  private static final int REQUESTS = 1_500;
  private static final int CALLS = 4;

  @Test
  void manyTracesComeInTheOrderOfTheirComing() {
    assertThat(many().requests())
        .extracting(ServedRequest::route)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, REQUESTS)
                .mapToObj(i -> i < REQUESTS ? "GET " + page(i) : "GET /untraced")
                .toList());
  }

  @Test
  void eachCallOfManyTracesHasANumberOfItsOwn() {
    List<Integer> numbers =
        many().requests().stream()
            .flatMap(request -> request.calls().stream())
            .map(Call::number)
            .toList();
    assertThat(numbers).hasSize(REQUESTS * CALLS).doesNotHaveDuplicates();
    assertThat(numbers).allMatch(number -> number < REQUESTS * (CALLS + 1));
  }

  private static String page(int number) {
    return "/page" + (char) ('a' + number % 20);
  }

  private static TracesRead many() {
    ServedSpans spans = new ServedSpans();
    for (int i = 0; i < REQUESTS; i++) {
      Recorded request = Recorded.request(i, page(i), 20);
      for (int call = 0; call < CALLS; call++) {
        request.query("SELECT a FROM b WHERE id = " + call, 1);
      }
      request.spans().forEach(spans::add);
    }
    Recorded.untraced(1, "/untraced", 12, Layer.PROXY).stream().limit(1).forEach(spans::add);
    return TracesRead.of(spans);
  }
}
