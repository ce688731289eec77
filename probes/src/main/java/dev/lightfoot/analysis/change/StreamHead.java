package dev.lightfoot.analysis.change;

import dev.lightfoot.analysis.replay.Edge;
import dev.lightfoot.analysis.replay.Job;
import dev.lightfoot.analysis.replay.ReplayGraph;
import dev.lightfoot.analysis.replay.Segment;
import dev.lightfoot.analysis.replay.ServerCall;
import dev.lightfoot.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The head of the answer leaves the server before the rest of it is made. It is there earlier, and
/// what it names is asked for earlier; the last byte is not.
///
/// @param atNanos after the request came; empty where it leaves before the first call is made
public record StreamHead(String text, OptionalLong atNanos) implements Change {
  /// What a server's own wait is at least, for its head to be able to come before it is over.
  private static final long LEAST_NANOS = 2_000_000;

  @Override
  public ChangeKind kind() {
    return ChangeKind.STREAM_HEAD;
  }

  @Override
  public boolean edit(ReplayGraph graph, Draw draw) {
    Optional<Job> job = graph.document();
    OptionalLong first = job.map(StreamHead::firstCall).orElse(OptionalLong.empty());
    if (job.isEmpty() || (atNanos.isEmpty() && first.isEmpty())) {
      return false;
    }
    double pause = draw.between(Uncertainty.SERVER_PAUSE, 0, 1, 2);
    job.get().head(atNanos.orElseGet(() -> Math.round(first.getAsLong() * pause)));
    Optional<Document> page = Document.of(graph);
    if (page.isPresent()) {
      long own = page.get().ownNanos(graph);
      page.get().early(graph).stream()
          .filter(early -> !Document.isAhead(early))
          .forEach(early -> early.startAfter(page.get().job(), Edge.HEAD, own));
    }
    return true;
  }

  /// Seen where the answer began before any call was over; not there where it still waited for one.
  /// A run without records of calls does not show it.
  @Override
  public Optional<Boolean> isMade(ReplayGraph later) {
    Optional<Job> job = later.document();
    if (job.isEmpty()) {
      return Optional.empty();
    }
    List<ServerCall> far = new ArrayList<>();
    job.get().server().each(call -> addFar(call, far));
    if (firstCall(job.get()).isPresent()) {
      return Optional.of(false);
    }
    long left = left(job.get());
    boolean during = far.stream().anyMatch(call -> call.endNanos() >= left);
    return during ? Optional.of(true) : Optional.empty();
  }

  private static void addFar(ServerCall call, List<ServerCall> far) {
    if (call.trips() > 0) {
      far.add(call);
    }
  }

  /// When the answer began: half a round trip before it was here.
  private static long left(Job job) {
    long way = job.segment(Phase.WAIT).map(Segment::rttNanos).orElse(0L) / 2;
    return job.facts().marks().finalFirstByteNanos().orElse(job.facts().endNanos()) - way;
  }

  /// How long after the request came the first call was made, where the answer began after it.
  private static OptionalLong firstCall(Job job) {
    List<ServerCall> far = new ArrayList<>();
    List<ServerCall> all = new ArrayList<>();
    job.server()
        .each(
            call -> {
              all.add(call);
              addFar(call, far);
            });
    long begun = all.stream().mapToLong(ServerCall::startNanos).min().orElse(0);
    long left = left(job);
    OptionalLong first = far.stream().mapToLong(ServerCall::startNanos).min();
    OptionalLong last =
        far.stream().mapToLong(ServerCall::endNanos).filter(end -> end < left).max();
    return first.isPresent() && last.isPresent() && last.getAsLong() - begun >= LEAST_NANOS
        ? OptionalLong.of(Math.max(0, first.getAsLong() - begun))
        : OptionalLong.empty();
  }
}
