package dev.lightfoot.truth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One cell, measured: the errors of both programs, paired run by run with the capture.
///
/// @param lightfoot errors by phase
/// @param curl errors by phase; none where curl cannot do the same
/// @param runs runs made
/// @param unread runs that loss made unreadable for the capture's reader; they have no truth
/// @param tripsAgree runs in which every phase's trips equal the capture's
/// @param sumsExact runs in which phases and gap add up to the wall time to the nanosecond
/// @param causes of single errors above the bar, and how many of each
/// @param gapMillis median of the time that no phase covers
record CellResult(
    Cell cell,
    Map<String, Errors> lightfoot,
    Map<String, Errors> curl,
    int runs,
    int unread,
    int tripsAgree,
    int sumsExact,
    double gapMillis,
    Map<String, Integer> causes,
    List<String> tripsDiffer) {
  static final double GAP_BAR_MILLIS = 0.1;
  static final List<String> PHASES = List.of("dns", "tcp", "tls", "quic", "wait", "receive");
  private static final double LARGE_MILLIS = 1;

  static CellResult of(Cell cell, CellRuns.Written written, List<Packet> packets) {
    boolean curlOnlyLast = cell.state() != dev.lightfoot.model.RunState.COLD;
    Map<String, List<Long>> ours = new LinkedHashMap<>();
    Map<String, List<Long>> curls = new LinkedHashMap<>();
    List<Long> gaps = new ArrayList<>();
    Map<String, Integer> causes = new TreeMap<>();
    List<String> differ = new ArrayList<>();
    int unread = 0;
    for (Sample sample : written.lightfoot()) {
      Optional<Sample> read = truth(cell, packets, sample, false);
      if (read.isEmpty()) {
        unread++;
        continue;
      }
      Sample truth = read.get();
      collect(ours, sample, truth, "tls");
      explain(causes, sample, truth);
      gaps.add(sample.phases().get("gap"));
      if (!sameTrips(sample, truth)) {
        differ.add(sample.trips() + " but the capture shows " + truth.trips());
      }
    }
    for (Sample sample : written.curl()) {
      truth(cell, packets, sample, curlOnlyLast)
          .ifPresent(truth -> collect(curls, sample, truth, "tls-from-connected"));
    }
    return new CellResult(
        cell,
        errors(ours),
        errors(curls),
        written.lightfoot().size(),
        unread,
        written.lightfoot().size() - unread - differ.size(),
        (int) written.lightfoot().stream().filter(CellResult::addsUp).count(),
        Errors.medianMillis(gaps),
        causes,
        differ);
  }

  private static Optional<Sample> truth(
      Cell cell, List<Packet> packets, Sample sample, boolean onlyLast) {
    try {
      return Optional.of(WireTruth.of(packets, sample.fromNanos(), sample.toNanos(), onlyLast));
    } catch (IllegalStateException e) {
      if (cell.lossFree()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static void explain(Map<String, Integer> causes, Sample said, Sample truth) {
    for (String phase : PHASES) {
      Long measured = said.phases().get(phase);
      Long real = truth.phases().get(phase);
      if (measured != null && real != null && Math.abs(measured - real) > LARGE_MILLIS * 1e6) {
        causes.merge(said.disturbance().causeOf(measured - real), 1, Integer::sum);
      }
    }
  }

  private static boolean addsUp(Sample sample) {
    return Long.valueOf(0).equals(sample.phases().get("unaccounted"));
  }

  private static void collect(
      Map<String, List<Long>> into, Sample said, Sample truth, String tlsTruth) {
    for (String phase : PHASES) {
      Long measured = said.phases().get(phase);
      Long real = truth.phases().get(phase.equals("tls") ? tlsTruth : phase);
      if (measured != null && real != null) {
        into.computeIfAbsent(phase, _ -> new ArrayList<>()).add(measured - real);
      }
    }
  }

  private static Map<String, Errors> errors(Map<String, List<Long>> nanos) {
    Map<String, Errors> errors = new LinkedHashMap<>();
    nanos.forEach((phase, list) -> errors.put(phase, new Errors(list)));
    return errors;
  }

  /// Rounds of a body are compared by their own test: a capture has no marks for them.
  private static boolean sameTrips(Sample said, Sample truth) {
    return List.of("dns", "tcp", "tls", "quic", "wait").stream()
        .allMatch(
            phase ->
                said.trips().getOrDefault(phase, 0).equals(truth.trips().getOrDefault(phase, 0)));
  }

  /// Which bars this cell misses, in words; none where it meets them all.
  List<String> misses(Setting setting) {
    List<String> misses = new ArrayList<>();
    lightfoot.forEach(
        (phase, errors) -> {
          if (setting.hasMedianBar(phase)) {
            double most = Setting.MEDIAN_BAR_MILLIS;
            if (hundredths(errors.medianMillis()) > hundredths(most)) {
              misses.add(phase + " median %.2f".formatted(errors.medianMillis()));
            }
            Errors other = curl.get(phase);
            if (other != null && worse(errors, other)) {
              misses.add(
                  phase
                      + " %.2f > curl %.2f".formatted(errors.medianMillis(), other.medianMillis()));
            }
          }
          if (setting.hasP95Bar(phase) && errors.p95Millis() > setting.p95BarMillis()) {
            misses.add(phase + " p95 %.2f".formatted(errors.p95Millis()));
          }
        });
    if (cell.lossFree() && tripsAgree < runs) {
      misses.add("trips " + tripsAgree + "/" + runs);
    }
    if (sumsExact < runs) {
      misses.add("sums " + sumsExact + "/" + runs);
    }
    return misses;
  }

  /// Whether the gap between phases is small; beside the bars, because it is no error of a phase.
  boolean hasSmallGap() {
    return gapMillis <= GAP_BAR_MILLIS;
  }

  private static boolean worse(Errors ours, Errors other) {
    return hundredths(ours.medianMillis()) > hundredths(other.medianMillis());
  }

  /// As the table shows it, without its sign.
  private static long hundredths(double millis) {
    return Math.round(Math.abs(millis) * 100);
  }
}
