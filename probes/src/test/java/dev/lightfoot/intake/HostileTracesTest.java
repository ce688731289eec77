package dev.lightfoot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.trace.CriticalPath;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.analysis.trace.SpanTree.Oddity;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.probe.peer.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Traces whose spans contradict one another: drawn whole, the oddity marked, no time counted
/// twice.
final class HostileTracesTest {
  @ParameterizedTest
  @CsvSource({
    "parent-cycle, 2, 1, CYCLE",
    "self-parent, 1, 1, CYCLE",
    "orphan-parent, 1, 1, ORPHAN",
    "duplicate-span-id, 1, 1, ",
    "two-roots, 2, 2, ",
    "child-outside-parent, 2, 1, OUTSIDE_PARENT"
  })
  void theTraceIsDrawnAndItsOddityMarked(
      String name, int size, int roots, Oddity.@Nullable Kind kind) {
    List<Span> spans = new ArrayList<>();
    new Intake()
        .read(
            List.of(
                new Source.OnDisk(Corpus.folder("authored-hostile/otlp").resolve(name + ".json"))),
            IntakeSettings.NONE,
            spans::add);
    SpanTree tree = SpanTree.of(spans);
    assertThat(tree.size()).isEqualTo(size);
    assertThat(tree.roots()).hasSize(roots);
    assertThat(tree.oddities().stream().map(Oddity::kind))
        .containsExactlyElementsOf(Optional.ofNullable(kind).stream().toList());
    assertThat(CriticalPath.of(tree, 0).totalNanos()).isEqualTo(1_000_000_000);
  }
}
