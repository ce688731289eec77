package dev.lightfoot.analysis.join;

import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/// Requests to one web server whose truth is known: runs of ours and those of others, served by
/// threads of several workers, each thread one at a time. Times are nanoseconds since 1970 on the
/// client's clock, which is right.
final class Traffic {
  static final long MICRO = 1_000;
  static final long MILLI = 1_000_000;
  static final long SECOND = 1_000_000_000;
  static final String PATH = "/nplus1/";

  /// The owner of what others asked for.
  static final int OTHERS = -1;

  /// When the first run begins.
  static final long BEGIN = 1_795_000_000L * SECOND;

  private static final long AROUND = 11 * SECOND;

  private final Random random;
  private final Circumstances given;
  private final List<Served> served = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();

  /// One request as it was served.
  ///
  /// @param owner index of the run, or [#OTHERS]
  /// @param arrivedNanos at the proxy
  /// @param nanos how long the proxy took
  /// @param thread which thread of all workers
  record Served(
      int owner, long arrivedNanos, long nanos, int thread, String path, Optional<String> trace) {
    long endNanos() {
      return arrivedNanos + nanos;
    }
  }

  Traffic(Circumstances given, long seed) {
    this.given = given;
    this.random = new Random(seed);
    long end = ours();
    if (given.earlierNanos() > 0) {
      earlier();
    }
    others(BEGIN - AROUND, end + AROUND);
    served.sort(Comparator.comparingLong(Served::arrivedNanos));
  }

  Random random() {
    return random;
  }

  Circumstances given() {
    return given;
  }

  /// Measured runs, without anything joined.
  List<Run> runs() {
    return List.copyOf(runs);
  }

  List<Served> served() {
    return List.copyOf(served);
  }

  /// When the last run had its answer.
  long endNanos() {
    Run last = runs.getLast();
    return last.startUnixNanos() + last.exchanges().getLast().endNanos();
  }

  /// Between two of the runs; before one alone.
  long middleNanos() {
    return runs.get(runs.size() / 2).startUnixNanos() - MILLI;
  }

  /// What is known of when it was logged.
  Written written() {
    return given.fresh() ? new Written(BEGIN, endNanos() + SECOND) : Written.ANY_TIME;
  }

  private long ours() {
    long at = BEGIN;
    for (int i = 0; i < given.runs(); i++) {
      at += SECOND / 20 + jitter(SECOND / 100);
      long length = length();
      Optional<String> trace = Optional.of(ShopLogs.trace(i));
      long way = given.rttNanos() / 2;
      serve(i, at + way, length, PATH, trace);
      if (given.twin() && i == given.runs() / 2) {
        serve(OTHERS, at + way + jitter(MILLI) - MILLI / 2, length, PATH, other());
      }
      runs.add(run(at, given.rttNanos() + length, trace));
      at += given.rttNanos() + length + 100 * MICRO;
    }
    return at;
  }

  /// The same measurement as it was made before, with its own small irregularities.
  private void earlier() {
    for (Served each : List.copyOf(served)) {
      long at = each.arrivedNanos() - given.earlierNanos() + jitter(2 * MILLI);
      serve(OTHERS, at, each.nanos() + jitter(MILLI), each.path(), other());
    }
  }

  private void others(long from, long to) {
    if (given.othersPerSecond() == 0) {
      return;
    }
    long at = from;
    while (at < to) {
      at += (long) (-Math.log(1 - random.nextDouble()) / given.othersPerSecond() * SECOND);
      serve(OTHERS, at, length(), given.sameUrl() ? PATH : "/joined/", other());
    }
  }

  private Optional<String> other() {
    return given.ids()
        ? Optional.of("%032x".formatted(random.nextLong() | 1L << 40))
        : Optional.empty();
  }

  /// By a thread that is free; not at all where none is.
  private void serve(int owner, long at, long nanos, String path, Optional<String> trace) {
    int first = random.nextInt(given.threads());
    for (int i = 0; i < given.threads(); i++) {
      int thread = (first + i) % given.threads();
      boolean free =
          served.stream()
              .noneMatch(
                  each ->
                      each.thread() == thread
                          && each.arrivedNanos() < at + nanos
                          && at < each.endNanos());
      if (free) {
        served.add(new Served(owner, at, nanos, thread, path, trace));
        return;
      }
    }
    if (owner != OTHERS) {
      throw new IllegalStateException("our own request finds no thread");
    }
  }

  private long length() {
    return given.serverNanos() + jitter(given.serverNanos() / 4);
  }

  private long jitter(long most) {
    return most <= 0 ? 0 : random.nextLong(most);
  }

  /// One that was sent then and waited so long.
  static Run run(long sent, long waited, Optional<String> trace) {
    return new Run(
        RunState.COLD,
        Instant.ofEpochSecond(0, sent).atOffset(ZoneOffset.UTC),
        Optional.empty(),
        false,
        List.of(
            new ExchangeBuilder("https://www.shop.test" + PATH, "GET")
                .status(OptionalInt.of(200))
                .phase(Phase.SEND, new Took(0, 50 * MICRO).timing())
                .phase(Phase.WAIT, new Took(50 * MICRO, waited).timing())
                .phase(Phase.RECEIVE, new Took(50 * MICRO + waited, 50 * MICRO).timing())
                .request(new RequestFacts(142, 0, 0, trace.stream().map(ShopLogs::parent).toList()))
                .build()),
        List.of(),
        List.of());
  }

  private record Took(long startNanos, long nanos) {
    dev.lightfoot.model.PhaseTiming timing() {
      return Samples.took(startNanos / MICRO, nanos / MICRO, 1);
    }
  }
}
