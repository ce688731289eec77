package dev.lightfoot.analysis.replay;

import dev.lightfoot.analysis.page.PathCause;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// One exchange in the replay: what it waits for, and the phases that follow one another. Edges
/// lead to exchanges that were asked for earlier only, so that all can be run in that order.
public final class Job {
  private final int exchange;
  private final Exchange facts;
  private final boolean counted;
  private final List<Edge> starts = new ArrayList<>();
  private final List<Edge> gates = new ArrayList<>();
  private final List<Segment> segments = new ArrayList<>();
  private final Optional<Body> body;
  private final ServerTimes server;
  private long startLag;
  private long gateLag;
  private boolean gated;
  private boolean removed;
  private OptionalLong head = OptionalLong.empty();
  private boolean hinted;
  private @Nullable Channel channel;
  private TimeMap times = new TimeMap();
  private @Nullable Edge startedBy;
  private @Nullable Edge gatedBy;
  private long newStart;
  private long newEnd;
  private long headAt;
  private long firstAt;
  private final List<Ran> ran = new ArrayList<>();

  /// A phase in the replay.
  record Ran(Segment segment, long startNanos, long endNanos, boolean gate) {}

  Job(int exchange, Exchange facts, boolean counted, Optional<Body> body, ServerTimes server) {
    this.exchange = exchange;
    this.facts = facts;
    this.counted = counted;
    this.body = body;
    this.server = server;
  }

  /// Its position in the run.
  public int exchange() {
    return exchange;
  }

  /// What was observed.
  public Exchange facts() {
    return facts;
  }

  /// Whether the run waits for it.
  boolean counted() {
    return counted && !removed;
  }

  /// What has to come before it is asked for.
  public List<Edge> starts() {
    return starts;
  }

  /// What has to come before it gets its connection.
  public List<Edge> gates() {
    return gates;
  }

  /// Its phases but the wait for a connection, in the order of time.
  public List<Segment> segments() {
    return segments;
  }

  public Optional<Segment> segment(Phase phase) {
    return segments.stream().filter(each -> each.phase() == phase).findFirst();
  }

  public Optional<Body> body() {
    return body;
  }

  /// Its round trips and those of the calls behind it.
  int trips() {
    if (removed) {
      return 0;
    }
    int[] trips = {body.map(Body::rounds).orElse(0)};
    segments.forEach(each -> trips[0] += each.trips());
    server.each(call -> trips[0] += call.trips());
    return trips[0];
  }

  /// What servers did for it; without calls where none was looked into.
  public ServerTimes server() {
    return server;
  }

  /// Own time of this computer between what it waited for and its start.
  public long startLagNanos() {
    return startLag;
  }

  public void startLagNanos(long nanos) {
    startLag = nanos;
  }

  /// How long it waited for a connection longer than what is known to have been in its way.
  public long queueNanos() {
    return gateLag;
  }

  public void queueNanos(long nanos) {
    gateLag = nanos;
  }

  void gated(long lag) {
    gated = true;
    gateLag = lag;
  }

  /// Lets it use a connection that is there: nothing is set up for it. What this computer did
  /// between the last handshake and the request, checking certificates for one, belongs to the
  /// handshake.
  public void withoutSetUp() {
    if (segments.removeIf(each -> isSetUp(each.phase())) && !segments.isEmpty()) {
      segments.getFirst().atOnce();
    }
  }

  /// Lets it set up what was set up for another one before it.
  public void takeOver(List<Segment> setUp) {
    segments.addAll(0, setUp);
  }

  /// Whether a phase sets up a connection.
  public static boolean isSetUp(Phase phase) {
    return switch (phase) {
      case DNS, TCP, PROXY, TLS, QUIC -> true;
      case BLOCKED, SEND, WAIT, RECEIVE -> false;
    };
  }

  /// Whether it made its connection.
  public boolean opens() {
    return segments.stream()
        .anyMatch(each -> each.phase() == Phase.TCP || each.phase() == Phase.QUIC);
  }

  /// When its connection, or the wait for one, was observed to be over.
  public long readyNanos() {
    return segments.stream()
        .filter(each -> isSetUp(each.phase()))
        .mapToLong(Segment::endNanos)
        .max()
        .orElse(facts.startNanos());
  }

  /// Takes it out: it is over when it begins.
  public void remove() {
    removed = true;
  }

  public boolean isRemoved() {
    return removed;
  }

  /// Lets the head of its response leave the server so long after the request had come.
  public void head(long afterNanos) {
    head = OptionalLong.of(afterNanos);
  }

  /// Lets hints (103, RFC 8297) leave the server so long after the request had come, ahead of the
  /// response itself.
  public void hint(long afterNanos) {
    head(afterNanos);
    hinted = true;
  }

  /// Lets its response share a connection with others.
  public void on(Channel shared) {
    channel = shared;
  }

  long replayed(long observedNanos) {
    return observedNanos == Edge.HEAD ? headAt : times.of(observedNanos);
  }

  long newStart() {
    return newStart;
  }

  long newEnd() {
    return newEnd;
  }

  /// When the first byte of the final response was there, not that of hints.
  long firstByteNanos() {
    return firstAt;
  }

  List<Ran> ran() {
    return ran;
  }

  Optional<Edge> startedBy() {
    return Optional.ofNullable(startedBy);
  }

  Optional<Edge> gatedBy() {
    return Optional.ofNullable(gatedBy);
  }

  void run() {
    times = new TimeMap();
    ran.clear();
    startedBy = last(starts);
    newStart =
        (startedBy == null ? facts.startNanos() - startLag : startedBy.replayedNanos()) + startLag;
    times.add(facts.startNanos(), newStart);
    newEnd = newStart;
    headAt = newStart;
    firstAt = newStart;
    gatedBy = null;
    if (removed) {
      times.add(facts.endNanos(), newStart);
      return;
    }
    long cursor = newStart;
    boolean open = false;
    for (Segment each : segments) {
      cursor += each.gapNanos();
      if (!open && (!isSetUp(each.phase()) || opens())) {
        open = true;
        cursor = gate(cursor, each);
      }
      long begin = cursor;
      cursor = begin + length(each, begin);
      ran.add(new Ran(each, begin, cursor, false));
    }
    newEnd = cursor + tail();
    times.add(facts.endNanos(), newEnd);
  }

  private long gate(long cursor, Segment next) {
    if (!gated && gates.isEmpty()) {
      return cursor;
    }
    Edge edge = last(gates);
    long at = cursor;
    if (edge != null && edge.replayedNanos() > cursor) {
      at = edge.replayedNanos();
      gatedBy = edge;
    }
    at = Math.max(cursor, at + gateLag);
    if (at > cursor) {
      ran.add(new Ran(next, cursor, at, true));
    }
    return at;
  }

  private static @Nullable Edge last(List<Edge> edges) {
    Edge last = null;
    for (Edge edge : edges) {
      if (last == null || edge.replayedNanos() > last.replayedNanos()) {
        last = edge;
      }
    }
    return last;
  }

  private long tail() {
    long covered = segments.isEmpty() ? facts.startNanos() : segments.getLast().endNanos();
    return segments.isEmpty() ? facts.durationNanos() : facts.endNanos() - covered;
  }

  private long length(Segment segment, long begin) {
    times.add(segment.startNanos(), begin);
    return switch (segment.phase()) {
      case WAIT -> wait(segment, begin);
      case RECEIVE -> receive(segment, begin);
      default -> {
        times.add(segment.endNanos(), begin + segment.nanos());
        yield segment.nanos();
      }
    };
  }

  private long wait(Segment segment, long begin) {
    long way = segment.trips() * segment.rttNanos();
    long observedWay = segment.observedWayNanos();
    long left = segment.endNanos() - observedWay / 2;
    long own = Math.max(0, segment.restNanos() + server.shiftNanos(left));
    headAt = begin + way + Math.min(own, head.orElse(own));
    firstAt = hinted ? begin + way + own : headAt;
    times.add(segment.startNanos() + observedWay, begin + way);
    times.add(segment.endNanos(), begin + way + own);
    return way + own;
  }

  private long receive(Segment segment, long begin) {
    if (body.isEmpty()) {
      times.add(segment.endNanos(), begin + segment.nanos());
      return segment.nanos();
    }
    Body coming = body.get();
    if (channel != null) {
      channel.carry(coming, begin);
    }
    long half = segment.rttNanos() / 2;
    long first = server.shiftNanos(coming.startNanos() - half);
    List<Chunk> chunks = coming.chunks();
    for (int i = 0; i < chunks.size(); i++) {
      long later = server.shiftNanos(chunks.get(i).atNanos() - half) - first;
      times.add(chunks.get(i).atNanos(), begin + Math.max(0, coming.offsetNanos(i) + later));
    }
    long later = server.shiftNanos(coming.endNanos() - half) - first;
    long all = Math.max(0, coming.offsetNanos(chunks.size()) + later);
    times.add(segment.endNanos(), begin + all);
    return all;
  }

  void begun(List<Edge> edges) {
    starts.addAll(edges);
    long last = edges.stream().mapToLong(Edge::atNanos).max().orElse(facts.startNanos());
    startLag = facts.startNanos() - last;
  }

  /// Lets it wait for that alone before it is asked for.
  public void startAfter(Job other, long atNanos, long lagNanos) {
    starts.clear();
    starts.add(new Edge(other, atNanos, PathCause.DISCOVERY));
    startLag = lagNanos;
  }
}
