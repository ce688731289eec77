package dev.lightfoot.analysis.replay;

import dev.lightfoot.model.Phase;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Walks back from what ended last along what each waited for.
final class PathWalk {
  private final List<PathPart> parts = new ArrayList<>();

  List<PathPart> to(Job last) {
    Job job = last;
    long until = job.newEnd();
    while (true) {
      Optional<Edge> by = back(job, until);
      if (by.isEmpty()) {
        break;
      }
      until = by.get().cameNanos();
      job = by.get().from();
    }
    Collections.reverse(parts);
    return parts;
  }

  /// Adds what passed in an exchange until then; what it waited for before that.
  private Optional<Edge> back(Job job, long until) {
    long to = until;
    for (Job.Ran ran : job.ran().reversed()) {
      if (ran.startNanos() >= to) {
        continue;
      }
      own(job, to - Math.min(to, ran.endNanos()));
      to = Math.min(to, ran.endNanos());
      if (ran.gate()) {
        Optional<Edge> by = job.gatedBy();
        long since =
            by.map(edge -> Math.min(edge.cameNanos(), ran.endNanos())).orElse(ran.startNanos());
        queue(job, to - since);
        to = since;
        if (by.isPresent()) {
          return by;
        }
      } else {
        add(job, ran, to);
        to = ran.startNanos();
      }
    }
    own(job, to - job.newStart());
    Optional<Edge> by = job.startedBy();
    by.ifPresent(edge -> own(job, job.newStart() - edge.cameNanos()));
    return by;
  }

  private void own(Job job, long nanos) {
    if (nanos > 0) {
      parts.add(new PathPart(job.exchange(), Optional.empty(), Layer.BROWSER, nanos, 0, false));
    }
  }

  private void queue(Job job, long nanos) {
    if (nanos > 0) {
      parts.add(
          new PathPart(job.exchange(), Optional.of(Phase.BLOCKED), Layer.QUEUE, nanos, 0, true));
    }
  }

  private void add(Job job, Job.Ran ran, long to) {
    Segment segment = ran.segment();
    long nanos = to - ran.startNanos();
    boolean whole = to >= ran.endNanos();
    if (segment.phase() == Phase.WAIT) {
      waited(job, segment, nanos, whole);
      return;
    }
    int trips = segment.trips();
    if (segment.phase() == Phase.RECEIVE) {
      trips = job.body().map(Body::rounds).orElse(0);
    }
    parts.add(
        new PathPart(
            job.exchange(),
            Optional.of(segment.phase()),
            layer(segment.phase()),
            nanos,
            whole ? trips : 0,
            true));
  }

  /// The wait: the way there and back, then what the servers did on the way to the first byte.
  private void waited(Job job, Segment wait, long nanos, boolean whole) {
    long way = Math.min(nanos, wait.trips() * wait.rttNanos());
    long left = nanos - way;
    Optional<Phase> phase = Optional.of(Phase.WAIT);
    List<PathPart> behind = new ArrayList<>();
    if (whole) {
      for (ServerTimes.Part part :
          job.server().path(wait.endNanos() - wait.observedWayNanos() / 2)) {
        long taken = Math.min(left, part.nanos());
        if (taken > 0 || part.trips() > 0) {
          left -= taken;
          behind.add(
              new PathPart(
                  job.exchange(), phase, part.layer(), taken, part.trips(), part.call() != null));
        }
      }
    }
    if (left > 0) {
      parts.add(new PathPart(job.exchange(), phase, Layer.APP, left, 0, false));
    }
    parts.addAll(behind);
    parts.add(
        new PathPart(job.exchange(), phase, Layer.REQUEST, way, whole ? wait.trips() : 0, true));
  }

  private static Layer layer(Phase phase) {
    return switch (phase) {
      case BLOCKED -> Layer.QUEUE;
      case DNS -> Layer.DNS;
      case TCP -> Layer.TCP;
      case PROXY -> Layer.PROXY;
      case TLS -> Layer.TLS;
      case QUIC -> Layer.QUIC;
      case SEND, WAIT -> Layer.REQUEST;
      case RECEIVE -> Layer.RESPONSE;
    };
  }
}
