package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What servers did for one exchange, in the replay. All instants are those of the run before the
/// change of anything in front of the server.
public final class ServerTimes {
  /// Deeper traces are taken as they were from there on.
  private static final int DEEPEST = 400;

  private final List<ServerCall> roots;
  private boolean ran;

  ServerTimes(List<ServerCall> roots) {
    this.roots = roots;
  }

  /// The outermost, by start.
  public List<ServerCall> roots() {
    return roots;
  }

  /// Shows every call, those before what is within them.
  public void each(Consumer<ServerCall> what) {
    List<ServerCall> open = new ArrayList<>(roots.reversed());
    while (!open.isEmpty()) {
      ServerCall next = open.removeLast();
      what.accept(next);
      open.addAll(next.children().reversed());
    }
  }

  /// By how much later or earlier than observed the servers came as far as they had at that
  /// instant.
  long shiftNanos(long observedNanos) {
    if (roots.isEmpty()) {
      return 0;
    }
    if (!ran) {
      ran = true;
      long start = roots.getFirst().startNanos();
      new Within(start, start, roots, 0).run();
    }
    long start = roots.getFirst().startNanos();
    return new Level(roots, start, start, 0).map(observedNanos) - observedNanos;
  }

  /// The calls of one parent that have been run.
  private record Level(List<ServerCall> calls, long start, long newStart, int depth) {
    long map(long at) {
      long ref = start;
      long base = newStart;
      ServerCall around = null;
      for (ServerCall call : calls) {
        if (call.endNanos() <= at) {
          base = Math.max(base, call.newEnd);
          ref = Math.max(ref, call.endNanos());
        } else if (call.startNanos() <= at) {
          around = call;
        }
      }
      if (around == null) {
        return base + (at - ref);
      }
      if (depth >= DEEPEST || !around.layer().receives() || around.isDropped()) {
        return Math.min(around.newEnd, around.newStart + (at - around.startNanos()));
      }
      return new Level(around.children(), around.startNanos(), around.newStart, depth + 1).map(at);
    }
  }

  /// The layers that the way to that instant led through, in the replay.
  List<Part> path(long observedNanos) {
    List<Part> parts = new ArrayList<>();
    long until = observedNanos + shiftNanos(observedNanos);
    if (!roots.isEmpty()) {
      long start = roots.getFirst().startNanos();
      walk(roots, start, until, null, parts, 0);
    }
    return parts;
  }

  /// Time on the way.
  ///
  /// @param call whose own time it is; null outside of all
  /// @param trips how many round trips were over in it
  record Part(@Nullable ServerCall call, long nanos, int trips) {
    Layer layer() {
      return call == null ? Layer.APP : call.layer();
    }
  }

  private static void walk(
      List<ServerCall> calls,
      long start,
      long until,
      @Nullable ServerCall within,
      List<Part> parts,
      int depth) {
    long to = until;
    List<ServerCall> byEnd = new ArrayList<>(calls);
    byEnd.sort((one, other) -> Long.compare(other.newEnd, one.newEnd));
    for (ServerCall call : byEnd) {
      long end = Math.min(call.newEnd, until);
      if (end > to || call.newStart >= to || call.newStart < start || call.isDropped()) {
        continue;
      }
      parts.add(new Part(within, to - end, 0));
      boolean opened = !call.children().isEmpty() && depth < DEEPEST && call.trips() == 0;
      if (opened) {
        walk(call.children(), call.newStart, end, call, parts, depth + 1);
      } else {
        parts.add(new Part(call, end - call.newStart, call.trips()));
      }
      to = call.newStart;
    }
    parts.add(new Part(within, Math.max(0, to - start), 0));
  }

  /// Runs the calls of one parent.
  private record Within(long start, long newStart, List<ServerCall> calls, int depth) {
    /// When all were over that ended until that observed instant, and when that was observed.
    private long[] over(List<ServerCall> done, long until) {
      long seen = start;
      long now = newStart;
      for (ServerCall call : done) {
        if (call.endNanos() <= until) {
          seen = Math.max(seen, call.endNanos());
          now = Math.max(now, call.newEnd);
        }
      }
      return new long[] {seen, now};
    }

    void run() {
      Ended ended = new Ended(start, newStart);
      for (ServerCall call : calls) {
        ended.until(call.startNanos());
        long own = call.startNanos() - ended.seen;
        call.newStart = ended.now + Math.round(own * call.ownBefore());
        ServerCall companion = call.companion();
        if (companion != null) {
          call.newStart = companion.newStart;
        }
        call.newEnd = end(call);
        ended.add(call);
      }
    }

    private long end(ServerCall call) {
      if (call.isDropped()) {
        return call.newStart;
      }
      long length = call.endNanos() - call.startNanos();
      if (depth >= DEEPEST || call.children().isEmpty()) {
        return call.newStart + Math.max(0, length + call.longerNanos());
      }
      Within inner = new Within(call.startNanos(), call.newStart, call.children(), depth + 1);
      inner.run();
      long[] over = inner.over(call.children(), call.endNanos());
      return Math.max(call.newStart, over[1] + (call.endNanos() - over[0]) + call.longerNanos());
    }
  }

  /// What ended so far, in the order of the observed ends.
  private static final class Ended {
    private final PriorityQueue<ServerCall> open =
        new PriorityQueue<>(Comparator.comparingLong(ServerCall::endNanos));
    long seen;
    long now;

    Ended(long seen, long now) {
      this.seen = seen;
      this.now = now;
    }

    void add(ServerCall call) {
      open.add(call);
    }

    void until(long observed) {
      for (ServerCall next = open.peek(); next != null && next.endNanos() <= observed; ) {
        open.poll();
        seen = Math.max(seen, next.endNanos());
        now = Math.max(now, next.newEnd);
        next = open.peek();
      }
    }
  }
}
