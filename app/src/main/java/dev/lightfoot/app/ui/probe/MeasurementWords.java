package dev.lightfoot.app.ui.probe;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.app.ui.probe.live.LiveRun;
import dev.lightfoot.app.ui.probe.live.Progress;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.PhaseNames;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// MeasurementWords about a measurement: what is going on, how it ended, what to call it.
final class MeasurementWords {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

  private MeasurementWords() {}

  /// What goes on right now, such as `Measuring run 5 of 10: TLS with 10.77.1.2:443.`
  static String measuring(ProbeReading found, Progress state, long passedNanos) {
    if (state.warmingUp()) {
      return Words.text("status.warming-up");
    }
    Optional<LiveRun> live = state.live();
    int done = state.runs().size();
    String number = Integer.toString(live.map(run -> run.index() + 1).orElse(done));
    String planned = Integer.toString(found.planned());
    String doing = live.flatMap(LiveRun::phase).map(p -> doing(p, found, live.get())).orElse("");
    String text =
        doing.isEmpty()
            ? Words.text("status.run", number, planned)
            : Words.text("status.run-phase", number, planned, doing);
    if (done == 0) {
      return text;
    }
    long left = passedNanos / done * (found.planned() - done);
    return text + " " + Words.text("status.time", seconds(passedNanos), seconds(left));
  }

  private static String doing(Phase phase, ProbeReading found, LiveRun live) {
    String peer =
        found
            .lastHop()
            .flatMap(hop -> hop.connection())
            .flatMap(Connection::address)
            .orElseGet(() -> host(live.url()));
    return Words.text("doing." + phase.label(), peer, host(live.url()));
  }

  /// How it ended.
  static String done(ProbeReading whole, long passedNanos) {
    long good = ended(whole);
    String planned = Integer.toString(whole.planned());
    return whole
        .failure()
        .map(
            error ->
                Words.text(
                    "status.failed",
                    error.phase().map(PhaseNames::of).orElseGet(() -> Words.text("phase.none")),
                    Numbers.duration(
                        RedirectChain.of(whole.drawnRun().orElseThrow()).durationNanos())))
        .orElseGet(
            () ->
                Words.text(
                    good == whole.planned() ? "status.done" : "status.done-some",
                    Long.toString(good),
                    planned,
                    seconds(passedNanos)));
  }

  /// That the person stopped it, and after how many runs.
  static String stopped(ProbeReading sofar) {
    long good = ended(sofar);
    return Words.text("status.stopped", Long.toString(good), Integer.toString(sofar.planned()));
  }

  static String opened(Snapshot snapshot) {
    String name = snapshot.name().orElseGet(() -> name(snapshot));
    return Words.text("status.opened", name, snapshot.takenAt().format(DAY));
  }

  /// A name to propose: the host and when.
  static String name(Snapshot snapshot) {
    return host(snapshot.target()) + ", " + snapshot.takenAt().format(DAY);
  }

  /// How many runs came to their end, whether they enter the median or not.
  static long ended(ProbeReading reading) {
    return reading.snapshot().runs().stream().filter(run -> run.error().isEmpty()).count();
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / 1e9);
  }

  static String host(String url) {
    return WebUrl.hostIn(url);
  }
}
