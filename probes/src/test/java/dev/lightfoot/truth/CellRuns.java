package dev.lightfoot.truth;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.HeardProbe;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProbeSeries;
import dev.lightfoot.probe.ProxyChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of its own: makes the runs of one cell, Lightfoot and curl in turn, and writes what
/// each said. It is started in the client's network, so that a capture there sees nothing else.
final class CellRuns {
  /// What is written.
  ///
  /// @param kernelRtt pairs of what Lightfoot read from the kernel and what `ss` printed in the
  ///   same moment, nanoseconds
  record Written(List<Sample> lightfoot, List<Sample> curl, List<List<Long>> kernelRtt) {}

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Cell cell;
  private final Path authority;
  private final Path keys;
  private final List<List<Long>> kernelRtt = new ArrayList<>();

  private CellRuns(Cell cell, Path authority, Path keys) {
    this.cell = cell;
    this.authority = authority;
    this.keys = keys;
  }

  /// Arguments: the cell's name, the number of runs, the CA's certificate, the file to write, the
  /// file for the secrets of QUIC.
  static void main(String[] arguments) throws Exception {
    Cell cell =
        Cell.matrix().stream()
            .filter(each -> each.name().equals(arguments[0]))
            .findFirst()
            .orElseThrow();
    CellRuns runs = new CellRuns(cell, Path.of(arguments[2]), Path.of(arguments[4]));
    Files.writeString(
        Path.of(arguments[3]),
        JSON.writeValueAsString(runs.make(Integer.parseInt(arguments[1]))),
        StandardCharsets.UTF_8);
  }

  private Written make(int count) throws Exception {
    ProbeSeries probe = HeardProbe.into(keys);
    List<Sample> lightfoot = new ArrayList<>();
    List<Sample> curl = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lightfoot.add(measure(probe));
      if (!cell.curl().isEmpty()) {
        curl.add(curl());
      }
    }
    return new Written(lightfoot, curl, kernelRtt);
  }

  private Sample measure(ProbeSeries probe) {
    ProbeRequest request =
        new ProbeRequest(
            cell.url(),
            "GET",
            Optional.empty(),
            List.of(),
            List.of(),
            ProbeRequest.get(cell.url()).resolver(),
            ProbeRequest.get(cell.url()).addressFamily(),
            new ProxyChoice.None(),
            Optional.of(authority),
            Duration.ofSeconds(20),
            cell.http(),
            false);
    List<RunState> states =
        cell.state() == RunState.COLD
            ? List.of(RunState.COLD)
            : List.of(RunState.COLD, cell.state());
    Watch watch = new Watch();
    Run run =
        probe.measure(new ProbePlan(request, states), watch, new Cancellation()).runs().getLast();
    if (run.error().isPresent()) {
      throw new IllegalStateException(cell.name() + ": " + run.error());
    }
    return sample(run, watch);
  }

  private static Sample sample(Run run, Watch watch) {
    Map<String, Long> phases = new HashMap<>();
    Map<String, Integer> trips = new HashMap<>();
    for (Exchange exchange : run.exchanges()) {
      for (Phase phase : exchange.phases().byPhase().keySet()) {
        String name = phase.name().toLowerCase(Locale.ROOT);
        phases.merge(name, exchange.phases().durationNanos(phase), Long::sum);
        trips.merge(name, exchange.phases().trips(phase).orElse(0), Integer::sum);
      }
      phases.merge("gap", exchange.gapNanos(), Long::sum);
      gaps(exchange, phases);
      long wall = exchange.marks().lastByteNanos().orElseThrow() - exchange.startNanos();
      phases.merge(
          "unaccounted", wall - exchange.phases().totalNanos() - exchange.gapNanos(), Long::sum);
    }
    return new Sample(watch.from, watch.to, phases, trips, watch.disturbance);
  }

  /// Where the gap lies: what passed before each phase that took place.
  private static void gaps(Exchange exchange, Map<String, Long> into) {
    long end = exchange.startNanos();
    for (Phase phase : Phase.values()) {
      if (exchange.phases().timing(phase).orElse(null) instanceof PhaseTiming.Measured measured) {
        String before = "gap before " + phase.name().toLowerCase(Locale.ROOT);
        into.merge(before, measured.startNanos() - end, Long::sum);
        end = measured.startNanos() + measured.durationNanos();
      }
    }
  }

  /// Notes when the run that counts goes on, and asks `ss` while its connection is still open.
  private final class Watch implements ProbeListener {
    private long from;
    private long to;
    private Disturbance disturbance = Disturbance.NONE;

    @Override
    public void runStarted(int index, RunState state) {
      disturbance = Disturbance.now();
      from = wallNanos();
    }

    @Override
    public void runEnded(int index, Run run) {
      to = wallNanos();
      disturbance = Disturbance.now().since(disturbance);
      run.exchanges()
          .getLast()
          .connection()
          .filter(connection -> connection.address().isPresent())
          .ifPresent(
              connection ->
                  connection
                      .kernel()
                      .ifPresent(
                          kernel ->
                              ssRtt(connection.address().orElseThrow())
                                  .ifPresent(ss -> kernelRtt.add(List.of(kernel.rttNanos(), ss)))));
    }
  }

  /// The round-trip time that `ss -ti` prints for the only connection to that address.
  private static Optional<Long> ssRtt(String address) {
    try {
      Process ss =
          new ProcessBuilder("ss", "-tinHO", "state", "established", "dst", address).start();
      String line = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher rtt = Pattern.compile("\\brtt:([0-9.]+)/").matcher(line);
      return rtt.find()
          ? Optional.of((long) (Double.parseDouble(rtt.group(1)) * 1e6))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// The last transfer of one call of curl; its `time_*` are cumulative, so phases are differences.
  private Sample curl() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("curl", "-sS", "--cacert", authority.toString()));
    for (String argument : cell.curl()) {
      if (argument.startsWith("http")) {
        command.addAll(List.of("-o", "/dev/null"));
      }
      command.add(argument);
    }
    command.addAll(List.of("-w", "%{json}\\n"));
    long from = wallNanos();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    long to = wallNanos();
    JsonNode times = JSON.readTree(text.strip().lines().toList().getLast());
    long looked = nanos(times, "time_namelookup");
    long connected = nanos(times, "time_connect");
    long shaken = nanos(times, "time_appconnect");
    long sending = nanos(times, "time_pretransfer");
    long first = nanos(times, "time_starttransfer");
    Map<String, Long> phases = new HashMap<>();
    if (cell.state() == RunState.COLD) {
      phases.put("dns", looked); // a second transfer asks no resolver
    }
    if (cell.state() != RunState.WARM) {
      phases.put("tcp", connected - looked);
      if (shaken > 0) {
        phases.put("tls", shaken - connected);
      }
    }
    phases.put("wait", first - sending);
    phases.put("receive", nanos(times, "time_total") - first);
    return new Sample(from, to, phases, Map.of(), Disturbance.NONE);
  }

  private static long nanos(JsonNode times, String name) {
    return Math.round(times.get(name).asDouble() * 1e9);
  }

  private static long wallNanos() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000L + now.getNano();
  }
}
