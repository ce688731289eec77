package dev.lightfoot.truth;

import dev.lightfoot.model.RunState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// The accuracy of every cell, for people and for programs.
final class AccuracyReport {
  private final Map<Setting, List<CellMeasurement.Outcome>> bySetting;

  /// The idle machine's outcomes.
  private final List<CellMeasurement.Outcome> outcomes;

  AccuracyReport(Map<Setting, List<CellMeasurement.Outcome>> bySetting) {
    this.bySetting = new EnumMap<>(bySetting);
    this.outcomes = bySetting.getOrDefault(Setting.IDLE, List.of());
  }

  /// One row of a table: by phase Lightfoot's error and, in brackets, curl's; the median of an idle
  /// machine, the 95th percentile of a loaded one.
  static String line(CellResult result, Setting setting) {
    ToDoubleFunction<Errors> shown =
        setting == Setting.IDLE ? Errors::medianMillis : Errors::p95Millis;
    StringBuilder line = new StringBuilder("| ").append(result.cell().name()).append(" |");
    for (String phase : CellResult.PHASES) {
      Errors ours = result.lightfoot().get(phase);
      Errors curl = result.curl().get(phase);
      line.append(' ').append(ours == null ? "" : millis(shown.applyAsDouble(ours)));
      line.append(
          ours != null && curl != null ? " (" + millis(shown.applyAsDouble(curl)) + ")" : "");
      line.append(" |");
    }
    double p95 =
        result.lightfoot().values().stream().mapToDouble(Errors::p95Millis).max().orElse(0);
    List<String> misses = result.misses(setting);
    return line.append(' ')
        .append(millis(p95))
        .append(" | ")
        .append(result.tripsAgree())
        .append('/')
        .append(result.runs())
        .append(result.unread() > 0 ? " (" + result.unread() + " unread)" : "")
        .append(" | ")
        .append(millis(result.gapMillis()))
        .append(" | ")
        .append(misses.isEmpty() ? "yes" : "**no**: " + String.join(", ", misses))
        .append(" |")
        .toString();
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private List<CellResult> results() {
    return results(Setting.IDLE);
  }

  private List<CellResult> results(Setting setting) {
    return bySetting.getOrDefault(setting, List.of()).stream()
        .map(CellMeasurement.Outcome::result)
        .toList();
  }

  String summary() {
    return bySetting.keySet().stream().map(this::summary).collect(Collectors.joining(" "))
        + " Kernel RTT: "
        + kernel();
  }

  private String summary(Setting setting) {
    List<CellResult> results = results(setting);
    long met = results.stream().filter(result -> result.misses(setting).isEmpty()).count();
    long trips =
        results.stream().filter(r -> !r.cell().lossFree() || r.tripsAgree() == r.runs()).count();
    return "%s: %d of %d cells (%d %%) meet every bar; in %d every run's trips equal the capture's; in %d the gap is at most %.1f ms."
        .formatted(
            setting.label(),
            met,
            results.size(),
            results.isEmpty() ? 0 : Math.round(100.0 * met / results.size()),
            trips,
            results.stream().filter(CellResult::hasSmallGap).count(),
            CellResult.GAP_BAR_MILLIS);
  }

  /// What held the program up in the runs whose single errors exceed a millisecond.
  private String causes() {
    Map<String, Integer> causes = new TreeMap<>();
    results()
        .forEach(result -> result.causes().forEach((why, n) -> causes.merge(why, n, Integer::sum)));
    int errors =
        results().stream()
            .flatMap(r -> r.lightfoot().values().stream())
            .mapToInt(e -> e.nanos().size())
            .sum();
    int beyond = causes.values().stream().mapToInt(Integer::intValue).sum();
    return beyond
        + " of "
        + errors
        + " single errors exceed 1 ms. In their runs was seen, of at least half the error's size: "
        + (causes.isEmpty()
            ? "nothing"
            : causes.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", ")))
        + ".";
  }

  /// How often what we read from the kernel agrees with `ss -ti` in the same moment.
  private String kernel() {
    List<List<Long>> pairs =
        outcomes.stream().flatMap(outcome -> outcome.written().kernelRtt().stream()).toList();
    long agree =
        pairs.stream()
            .filter(
                pair -> {
                  long apart = Math.abs(pair.get(0) - pair.get(1));
                  return apart <= 200_000 || apart <= 0.1 * pair.get(1);
                })
            .count();
    return agree + " of " + pairs.size() + " readings within 10 % or 0.2 ms of `ss -ti`.";
  }

  String markdown() {
    return """
    # How accurate the numbers are

    Taken on %s on %s, Java %s, by `probes/lab/accuracy.sh`: %d runs a cell, Lightfoot and curl
    in turn, one program for all Lightfoot runs of a cell.

    **Method.** Servers and client live in network namespaces of one machine, joined by a link that holds each packet back. tcpdump
    records the client's interfaces; tshark reads the capture with the servers' own session keys. The truth of a phase is the time
    between two packets: first query and last needed answer (dns), SYN and SYN/ACK (tcp), ClientHello and last Finished (tls; for
    curl, whose phase begins there, SYN/ACK and last Finished), last packet of the request and first packet of the response (wait),
    first and last packet of the response (receive); for HTTP/3, decrypted with the client's own keys, first Initial packet and last
    Finished (quic). An error is what a program says minus the truth of the same run.

    **Cells** show Lightfoot's error in ms, in brackets curl's: the median on the idle machine, the 95th percentile of |error| on the
    loaded one, where a busy loop for each processor runs beside client, link and servers. p95 is the largest of the phases' 95th
    percentiles. Trips: runs whose counted trips equal the capture's in every phase. Gap: median time that no phase covers.

    **Bars.** Idle: |median error| of tcp and wait at most 0.05 ms and at most curl's, in hundredths; p95 of every phase at most 0.3 ms.
    Loaded: p95 of dns, tcp, tls and wait at most 1 ms. Both: trips equal in every run without loss, phases and gap add up to the wall
    time to the nanosecond. Curl's numbers are missing where the curl of this system cannot do the same: HTTP/3, sums over redirects,
    names it need not look up. Runs whose capture tshark cannot put together after a loss are counted as unread.

    %s
    %s

    **What is left.** %s
    The median cold run waited %s ms for a processor, its program compiled for %s ms (in other threads) and collected garbage for
    %s ms. The gap of a cold run is our own time: its median is %s ms before the request, %s before the SYN and %s before the
    ClientHello. Without TLS it is %s ms in all, with a resumed TLS session %s, with a full handshake %s: what the last adds is the
    judgement of the certificate, which no byte of the request may overtake. Over QUIC it is %s.
    """
        .formatted(
            LocalDate.now(ZoneId.systemDefault()),
            System.getProperty("os.name")
                + " "
                + System.getProperty("os.version").replaceFirst("-.*", "")
                + ", "
                + Runtime.getRuntime().availableProcessors()
                + " processors",
            Runtime.version(),
            results().isEmpty() ? 0 : results().getFirst().runs(),
            bySetting.keySet().stream().map(this::table).collect(Collectors.joining("\n")),
            summary(),
            causes(),
            median(sample -> sample.disturbance().waiting()),
            median(sample -> sample.disturbance().compiling()),
            median(sample -> sample.disturbance().collecting()),
            median(sample -> sample.phases().getOrDefault("gap before send", 0L)),
            median(sample -> sample.phases().getOrDefault("gap before tcp", 0L)),
            median(sample -> sample.phases().getOrDefault("gap before tls", 0L)),
            gap("http/1.1 plain"),
            gap("TLS 1.3 resumed"),
            gap("TLS 1.3 full"),
            gap("h3 at"));
  }

  private String table(Setting setting) {
    String rows =
        results(setting).stream()
            .map(result -> line(result, setting))
            .collect(Collectors.joining("\n"));
    return """
    ## %s

    | cell | dns | tcp | tls | quic | wait | receive | p95 | trips | gap | every bar met |
    |---|---|---|---|---|---|---|---|---|---|---|
    %s
    """
        .formatted(setting == Setting.IDLE ? "Idle machine" : "Loaded machine", rows);
  }

  /// The middle gap of all runs of the cells whose names begin so.
  private String gap(String cells) {
    return millis(
        Errors.medianMillis(
            outcomes.stream()
                .filter(outcome -> outcome.result().cell().name().startsWith(cells))
                .flatMap(outcome -> outcome.written().lightfoot().stream())
                .map(sample -> sample.phases().get("gap"))
                .toList()));
  }

  private String median(ToLongFunction<Sample> of) {
    return millis(
        Errors.medianMillis(
            outcomes.stream()
                .filter(outcome -> outcome.result().cell().state() == RunState.COLD)
                .flatMap(outcome -> outcome.written().lightfoot().stream())
                .map(of::applyAsLong)
                .toList()));
  }

  String json() {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (Setting setting : bySetting.keySet()) {
      for (CellResult result : results(setting)) {
        Map<String, Object> cell = new LinkedHashMap<>();
        cell.put("name", result.cell().name());
        cell.put("machine", setting.label());
        cell.put("url", result.cell().url().toString());
        cell.put("runs", result.runs());
        cell.put("errorNanos", nanos(result.lightfoot()));
        cell.put("curlErrorNanos", nanos(result.curl()));
        cell.put("unread", result.unread());
        cell.put("tripsAgree", result.tripsAgree());
        cell.put("tripsDiffer", result.tripsDiffer());
        cell.put("gapMillisMedian", result.gapMillis());
        cell.put("causesOfErrorsAbove1Millis", result.causes());
        cell.put("misses", result.misses(setting));
        cells.add(cell);
      }
    }
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(
            Map.of(
                "takenOn",
                LocalDate.now(ZoneId.systemDefault()).toString(),
                "summary",
                summary(),
                "cells",
                cells));
  }

  private static Map<String, List<Long>> nanos(Map<String, Errors> errors) {
    return errors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().nanos()));
  }
}
