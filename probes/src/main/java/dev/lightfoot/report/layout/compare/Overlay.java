package dev.lightfoot.report.layout.compare;

import dev.lightfoot.analysis.compare.match.Origin;
import dev.lightfoot.analysis.compare.match.RunPairs;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.report.layout.page.PageBar;
import dev.lightfoot.report.layout.page.RequestLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A run of each side over each other: every request once, on one axis on which the event that
/// times are measured from has the same place in both.
///
/// @param rows in the order in which they begin on that axis
/// @param leadA where the axis has the start of A's run
/// @param leadB where it has the start of B's run
/// @param zeroNanos where it has the event
/// @param wholeNanos how long it is
public record Overlay(
    List<OverlayRow> rows, long leadA, long leadB, long zeroNanos, long wholeNanos) {
  public Overlay {
    rows = List.copyOf(rows);
  }

  /// Those two runs.
  ///
  /// @param pairs their requests
  public static Overlay of(Run a, Run b, RunPairs pairs, Origin origin) {
    long eventA = Origin.in(a, origin).orElse(0);
    long eventB = Origin.in(b, origin).orElse(0);
    long zero = Math.max(eventA, eventB);
    Placed ofA = new Placed(a, zero - eventA);
    Placed ofB = new Placed(b, zero - eventB);
    List<OverlayRow> rows = new ArrayList<>();
    for (RunPairs.Pair pair : pairs.pairs()) {
      String label =
          pair.b().isPresent() ? ofB.label(pair.b().getAsInt()) : ofA.label(pair.a().orElseThrow());
      rows.add(new OverlayRow(label, pair.by(), ofA.stretch(pair.a()), ofB.stretch(pair.b())));
    }
    rows.sort(Comparator.comparingLong(OverlayRow::startNanos));
    long whole = rows.stream().mapToLong(OverlayRow::endNanos).max().orElse(1);
    return new Overlay(rows, ofA.lead(), ofB.lead(), zero, Math.max(1, whole));
  }

  /// Where the axis has the start of a side's run.
  ///
  /// @param second of B's
  public long lead(boolean second) {
    return second ? leadB : leadA;
  }

  /// A run that begins somewhere on the axis.
  private record Placed(Run run, long lead, RequestLabels labels) {
    Placed(Run run, long lead) {
      this(
          run,
          lead,
          RequestLabels.of(
              run.exchanges(), run.page().map(PageLoad::documentExchange).orElse(NONE).orElse(0)));
    }

    private static final OptionalInt NONE = OptionalInt.empty();

    String label(int exchange) {
      return labels.label(exchange);
    }

    Optional<OverlayRow.Stretch> stretch(OptionalInt exchange) {
      if (exchange.isEmpty()) {
        return Optional.empty();
      }
      Exchange it = run.exchanges().get(exchange.getAsInt());
      List<PageBar> bars = PageBar.of(it).stream().map(this::placed).toList();
      return Optional.of(
          new OverlayRow.Stretch(
              exchange.getAsInt(), it.startNanos() + lead, it.durationNanos(), bars));
    }

    private PageBar placed(PageBar bar) {
      return new PageBar(
          bar.phase(), bar.startNanos() + lead, bar.durationNanos(), bar.trips(), bar.failed());
    }
  }
}
