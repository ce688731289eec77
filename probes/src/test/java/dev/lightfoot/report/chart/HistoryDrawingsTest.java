package dev.lightfoot.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.report.drawing.Drawing;
import dev.lightfoot.report.drawing.Mark;
import dev.lightfoot.report.layout.Axis;
import dev.lightfoot.report.layout.Chart;
import dev.lightfoot.report.layout.history.FitPicture;
import dev.lightfoot.report.layout.history.Trend;
import dev.lightfoot.report.layout.history.TrendPoint;
import dev.lightfoot.report.svg.SvgWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HistoryDrawingsTest {
  private static final long MILLI = 1_000_000;
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static Trend trend() {
    List<TrendPoint> points =
        IntStream.range(0, 20)
            .mapToObj(
                i -> {
                  long median = (i < 12 ? 100 : 140) * MILLI;
                  return new TrendPoint(
                      "s" + i,
                      START.plusSeconds(i * 3_600L),
                      median,
                      median - 5 * MILLI,
                      median + 8 * MILLI,
                      10);
                })
            .toList();
    return Trend.of(points, _ -> List.of(12));
  }

  private static List<String> words(Drawing drawing) {
    return drawing.marks().stream()
        .filter(Mark.Words.class::isInstance)
        .map(mark -> ((Mark.Words) mark).text().replace('\u00a0', ' '))
        .toList();
  }

  private static long dots(Drawing drawing) {
    return drawing.marks().stream().filter(Mark.Dot.class::isInstance).count();
  }

  private static void staysWithin(Drawing drawing) {
    assertThat(drawing.marks())
        .allSatisfy(
            mark -> {
              assertThat(mark.top()).isGreaterThanOrEqualTo(0);
              assertThat(mark.bottom()).isLessThanOrEqualTo(drawing.height());
            });
  }

  @Test
  void aTrendHasARingForEachSnapshotAndSaysWhereItChanged() {
    Drawing drawing = ChartDrawings.of(new Chart.Over(trend(), ZoneOffset.UTC));
    assertThat(dots(drawing)).isEqualTo(20);
    assertThat(words(drawing)).contains("▲ +40.0 ms", "ms", "100");
    assertThat(drawing.marks())
        .filteredOn(mark -> mark instanceof Mark.Line line && line.dashed())
        .hasSize(1);
    staysWithin(drawing);
    assertThat(SvgWriter.file(drawing)).contains("<svg").contains("Every snapshot with the range");
  }

  @Test
  void aLoneSnapshotIsATrendAsWell() {
    Trend lone = Trend.of(trend().points().subList(0, 1), _ -> List.of());
    Drawing drawing = ChartDrawings.of(new Chart.Over(lone, ZoneOffset.UTC));
    assertThat(dots(drawing)).isEqualTo(1);
    staysWithin(drawing);
  }

  @Test
  void aFitHasARingForEachMeasurementAndItsLine() {
    FitPicture picture =
        new FitPicture(
            Axis.holding(80 * MILLI),
            Axis.holding(300 * MILLI),
            List.of(
                new FitPicture.Spot(10 * MILLI, 60 * MILLI),
                new FitPicture.Spot(40 * MILLI, 150 * MILLI),
                new FitPicture.Spot(80 * MILLI, 270 * MILLI)),
            Optional.of(new FitPicture.Line(0, 30 * MILLI, 80 * MILLI, 270 * MILLI)));
    Drawing drawing = ChartDrawings.of(new Chart.Distance(picture));
    assertThat(dots(drawing)).isEqualTo(3);
    assertThat(words(drawing)).contains("RTT ms", "First byte ms");
    assertThat(drawing.marks())
        .filteredOn(mark -> mark instanceof Mark.Line line && line.token().equals("text"))
        .hasSize(1);
    staysWithin(drawing);
  }
}
