package dev.lightfoot.report.csv;

import dev.lightfoot.analysis.compare.Attribution;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.Difference;
import dev.lightfoot.analysis.compare.Estimate;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.LayerShift;
import dev.lightfoot.analysis.compare.Part;
import dev.lightfoot.analysis.compare.PhaseShift;
import dev.lightfoot.analysis.compare.Shift;
import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.RunValue;
import dev.lightfoot.analysis.compare.match.Side;
import dev.lightfoot.analysis.summary.Spread;
import dev.lightfoot.report.compare.CompareCautions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/// A comparison as CSV: one row for the total, each phase, layer and request, each part of what
/// moved the total, then the sides, what is not the same about them and what to know before it is
/// believed. Names, units and meanings are those of the JSON document `lightfoot/comparison`; a
/// cell is empty where nothing is known.
public final class CompareCsv {
  private static final List<String> HEAD =
      List.of(
          "kind",
          "name",
          "a",
          "b",
          "trips_a",
          "trips_b",
          "bytes_a",
          "bytes_b",
          "median_a_ns",
          "median_b_ns",
          "shift_ns",
          "low_ns",
          "high_ns",
          "p",
          "p_adjusted",
          "cliffs_delta",
          "probability_b_greater",
          "floor_ns",
          "verdict");

  /// Cells before those of a shift.
  private static final int COUNTS = 8;

  private final CsvRows csv = new CsvRows();

  private CompareCsv() {}

  /// The comparison; give it one of redacted snapshots where it leaves this computer.
  public static String of(Comparison comparison) {
    CompareCsv writer = new CompareCsv();
    writer.csv.add(HEAD);
    writer.shifts(comparison);
    comparison.attribution().ifPresent(writer::attribution);
    writer.about(comparison);
    return writer.csv.text();
  }

  private void shifts(Comparison comparison) {
    shift(List.of("total", ""), comparison.total());
    for (PhaseShift phase : comparison.phases()) {
      shift(List.of("phase", phase.phase().label()), phase.shift());
    }
    for (LayerShift layer : comparison.layers()) {
      shift(
          List.of(
              "layer",
              layer.layer().label(),
              "",
              "",
              number(layer.tripsA()),
              number(layer.tripsB())),
          layer.shift());
    }
    comparison.exchanges().forEach(this::exchange);
  }

  private void exchange(ExchangeShift exchange) {
    shift(
        List.of(
            "exchange",
            exchange.matchedBy().label(),
            exchange.a().map(ExchangeSide::url).orElse(""),
            exchange.b().map(ExchangeSide::url).orElse(""),
            number(exchange.a().map(ExchangeSide::trips).orElse(OptionalLong.empty())),
            number(exchange.b().map(ExchangeSide::trips).orElse(OptionalLong.empty())),
            number(exchange.a().map(ExchangeSide::bytes).orElse(OptionalLong.empty())),
            number(exchange.b().map(ExchangeSide::bytes).orElse(OptionalLong.empty()))),
        exchange.shift());
  }

  private void shift(List<String> what, Shift shift) {
    List<String> cells = new ArrayList<>(what);
    cells.addAll(Collections.nCopies(COUNTS - what.size(), ""));
    cells.add(median(shift.a()));
    cells.add(median(shift.b()));
    cells.addAll(shift.estimate().map(CompareCsv::cells).orElse(Collections.nCopies(7, "")));
    cells.add(Long.toString(shift.floorNanos()));
    cells.add(shift.verdict().label());
    csv.add(cells);
  }

  private static List<String> cells(Estimate estimate) {
    return List.of(
        Long.toString(estimate.shiftNanos()),
        Long.toString(estimate.lowNanos()),
        Long.toString(estimate.highNanos()),
        Double.toString(estimate.p()),
        Double.toString(estimate.pAdjusted()),
        Double.toString(estimate.cliffsDelta()),
        Double.toString(estimate.probabilityBGreater()));
  }

  /// Its parts have their nanoseconds where shifts have theirs, for that is what they are.
  private void attribution(Attribution attribution) {
    for (Part part : attribution.parts()) {
      List<String> cells = new ArrayList<>(Collections.nCopies(HEAD.size(), ""));
      cells.set(HEAD.indexOf("kind"), "part-" + part.what().label());
      cells.set(HEAD.indexOf("name"), part.name());
      cells.set(HEAD.indexOf("shift_ns"), Long.toString(part.nanos()));
      csv.add(cells);
    }
  }

  private void about(Comparison comparison) {
    Side a = comparison.a();
    Side b = comparison.b();
    about("target", a.target(), b.target());
    about("taken_at", a.takenAt().toString(), b.takenAt().toString());
    about("runs", Integer.toString(a.counting()), Integer.toString(b.counting()));
    comparison.own().ifPresent(own -> about("without_own_ns", median(own.a()), median(own.b())));
    for (Difference difference : comparison.environment()) {
      about(difference.what(), difference.a(), difference.b());
    }
    for (String caution : CompareCautions.of(comparison)) {
      about(caution, "", "");
    }
  }

  private void about(String name, String a, String b) {
    List<String> cells = new ArrayList<>(List.of("about", name, a, b));
    cells.addAll(Collections.nCopies(HEAD.size() - cells.size(), ""));
    csv.add(cells);
  }

  private static String median(List<RunValue> values) {
    return Spread.of(values.stream().mapToLong(RunValue::nanos).toArray())
        .map(spread -> Long.toString(spread.medianNanos()))
        .orElse("");
  }

  private static String number(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }
}
