package dev.lightfoot.codec.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.Collected;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A server whose log format is changed goes on in the file that it had.
final class ChangedTailsTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

  private static String line(int second, String tail) {
    return "10.77.1.1 - - [23/Nov/2026:15:29:%02d +0000] \"GET /p/%d HTTP/1.1\" 200 581 \"-\" \"c\"%s"
        .formatted(second % 60, second, tail);
  }

  private static List<String> lines(int count, String tail) {
    return IntStream.range(0, count).mapToObj(second -> line(second, tail)).toList();
  }

  private static Collected read(List<String> before, List<String> after) throws IOException {
    List<String> all = new ArrayList<>(before);
    all.addAll(after);
    Collected collected =
        Collected.of(AccessLogReader.of("nginx"), Lines.bytes(all.toArray(String[]::new)));
    assertThat(collected.skipped).isEmpty();
    assertThat(collected.entries()).hasSize(all.size());
    return collected;
  }

  private static List<Span> last(Collected collected, int count) {
    List<Span> all = collected.entries();
    return all.subList(all.size() - count, all.size());
  }

  @Test
  void anIdThatIsLoggedFromNowOnIsReadFromTheFirstLineThatHasIt() throws IOException {
    Collected collected = read(lines(300, ""), List.of(line(1, " tp=" + PARENT)));
    assertThat(last(collected, 1)).extracting(Span::traceId).containsExactly(Optional.of(TRACE));
  }

  @Test
  void aTimeThatIsLoggedFromNowOnIsReadOnceThereAreEnoughLines() throws IOException {
    List<String> timed =
        IntStream.range(0, 40)
            .mapToObj(each -> line(each, " 0.%03d tp=%s".formatted(each + 1, PARENT)))
            .toList();
    Collected collected = read(lines(300, ""), timed);
    List<Span> changed = last(collected, 40);
    assertThat(changed).extracting(Span::traceId).containsOnly(Optional.of(TRACE));
    assertThat(changed.getFirst().time().durationNanos()).isZero();
    assertThat(changed.getLast().time().durationNanos()).isEqualTo(40_000_000L);
  }

  @Test
  void oneTailGoesAndAnotherComes() throws IOException {
    Collected collected =
        read(lines(300, " rt=0.012"), lines(5, " rt=0.012 \"ua\" id=a1b2c3d4e5f60718"));
    assertThat(last(collected, 5))
        .allSatisfy(span -> assertThat(span.attributes().toString()).contains("a1b2c3d4e5f60718"));
  }

  @Test
  void soManyLayoutsAreReadByTheirCombinedFieldsAlone() throws IOException {
    List<String> others = new ArrayList<>();
    for (int each = 0; each <= ChangedTails.MOST_LAYOUTS; each++) {
      others.add(line(each, " k".repeat(each + 1) + " tp=" + PARENT));
    }
    Collected collected = read(lines(300, ""), others);
    List<Span> read = last(collected, others.size());
    assertThat(read.subList(0, ChangedTails.MOST_LAYOUTS))
        .extracting(Span::traceId)
        .containsOnly(Optional.of(TRACE));
    assertThat(read.getLast().traceId()).isEmpty();
  }
}
