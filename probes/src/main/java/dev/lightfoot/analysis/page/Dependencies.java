package dev.lightfoot.analysis.page;

import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.page.ResourceType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Finds what an exchange of a page waited for last: of all that had to be there before it could go
/// on, the one that came last.
final class Dependencies {
  /// Stamps of different threads, and files that count in milliseconds, may contradict each other
  /// by so much.
  static final long SLACK_NANOS = 1_000_000;

  private static final int EARLY_HINTS = 103;

  private final PageIndex index;

  Dependencies(PageIndex index) {
    this.index = index;
  }

  /// Of that exchange; empty where the page begins with it or nothing is known.
  Optional<Dependency> of(int at) {
    Optional<Dependency> turn = connection(at);
    if (turn.isPresent()) {
      return turn;
    }
    Optional<Dependency> named = named(at);
    return named.flatMap(found -> heldUp(at, found)).or(() -> named);
  }

  /// What had to be there before it was asked for, connections apart: what named it, and what held
  /// it up after that.
  List<Dependency> begun(int at) {
    Optional<Dependency> named = named(at);
    return Stream.concat(named.stream(), named.flatMap(found -> heldUp(at, found)).stream())
        .toList();
  }

  private Optional<Dependency> named(int at) {
    Exchange exchange = index.at(at);
    Optional<Initiator.Type> type = exchange.initiator().map(Initiator::type);
    OptionalInt parent = index.parent(at);
    if (parent.isPresent()) {
      boolean redirected =
          exchange.redirectedFrom().isPresent()
              && (type.isEmpty() || type.get() == Initiator.Type.REDIRECT);
      return Optional.of(
          new Dependency(
              parent.getAsInt(),
              instant(index.at(parent.getAsInt()), exchange, redirected),
              redirected ? PathCause.REDIRECT : PathCause.DISCOVERY));
    }
    if (index.document().isEmpty() || type.equals(Optional.of(Initiator.Type.USER))) {
      return Optional.empty();
    }
    int document = index.document().getAsInt();
    if (at == document || index.at(document).startNanos() >= exchange.startNanos()) {
      return Optional.empty();
    }
    boolean known = type.filter(Dependencies::isOfDocument).isPresent();
    return Optional.of(
        new Dependency(
            document,
            instant(index.at(document), exchange, false),
            known ? PathCause.DISCOVERY : PathCause.UNKNOWN));
  }

  private static boolean isOfDocument(Initiator.Type type) {
    return switch (type) {
      case PARSER, PRELOAD_SCANNER, LINK_HEADER, EARLY_HINTS -> true;
      case CSS, SCRIPT, REDIRECT, USER -> false;
    };
  }

  /// When the other one's bytes that named it were there: where it was asked for while they came,
  /// the last of them before; else the other one's end.
  private static long instant(Exchange other, Exchange exchange, boolean redirected) {
    long start = exchange.startNanos();
    Optional<Initiator.Type> type = exchange.initiator().map(Initiator::type);
    if (type.equals(Optional.of(Initiator.Type.EARLY_HINTS))) {
      return last(
              other.interim().stream().filter(Dependencies::isHint).mapToLong(Interim::atNanos),
              start)
          .orElse(Math.min(start, other.endNanos()));
    }
    if (redirected || type.equals(Optional.of(Initiator.Type.LINK_HEADER))) {
      long headers = other.marks().headersCompleteNanos().orElse(other.endNanos());
      return Math.min(start, redirected ? other.endNanos() : headers);
    }
    if (start >= other.endNanos()) {
      return other.endNanos();
    }
    return last(other.chunks().stream().mapToLong(Chunk::atNanos), start).orElse(start);
  }

  private static boolean isHint(Interim interim) {
    return interim.status() == EARLY_HINTS;
  }

  private static OptionalLong last(LongStream instants, long until) {
    return instants.filter(at -> at <= until).max();
  }

  /// What held it up after it could have been found.
  private Optional<Dependency> heldUp(int at, Dependency found) {
    Exchange exchange = index.at(at);
    if (found.cause() != PathCause.DISCOVERY || exchange.initiator().isEmpty()) {
      return Optional.empty();
    }
    int by = found.exchange();
    return switch (exchange.initiator().get().type()) {
      case PARSER -> blocker(at, found, PathCause.PARSER_BLOCKED, other -> sameParent(other, at));
      case SCRIPT ->
          blocker(
              at,
              found,
              PathCause.SCRIPT_BLOCKED,
              other -> other != by && other < by && sameParent(other, by));
      case CSS ->
          isDrawn(exchange)
              ? blocker(at, found, PathCause.RENDER_BLOCKED, other -> other != by)
              : Optional.empty();
      case PRELOAD_SCANNER, LINK_HEADER, EARLY_HINTS, REDIRECT, USER -> Optional.empty();
    };
  }

  private static boolean isDrawn(Exchange exchange) {
    return PageIndex.type(exchange)
        .filter(type -> type == ResourceType.FONT || type == ResourceType.IMAGE)
        .isPresent();
  }

  private boolean sameParent(int one, int other) {
    return index.parent(one).equals(index.parent(other));
  }

  private Optional<Dependency> blocker(
      int at, Dependency found, PathCause cause, IntPredicate counts) {
    long start = index.at(at).startNanos();
    Optional<Dependency> last = Optional.empty();
    for (int other : index.blocking()) {
      long end = index.at(other).endNanos();
      boolean between = end > found.atNanos() && end <= start + SLACK_NANOS;
      boolean before = index.at(other).startNanos() < start && other != at;
      if (between
          && before
          && counts.test(other)
          && last.filter(it -> it.atNanos() >= end).isEmpty()) {
        last = Optional.of(new Dependency(other, Math.min(end, start), cause));
      }
    }
    return last;
  }

  /// What it waited for when it knew where to go: a connection that was being set up for another,
  /// or that another had to leave.
  private Optional<Dependency> connection(int at) {
    Exchange exchange = index.at(at);
    if (!(exchange.phases().timing(Phase.BLOCKED).orElse(null)
            instanceof PhaseTiming.Measured blocked)
        || blocked.durationNanos() <= 0) {
      return Optional.empty();
    }
    long until = blocked.startNanos() + blocked.durationNanos() + SLACK_NANOS;
    List<Dependency> others = new ArrayList<>();
    // Only http/1.1 carries one request at a time.
    if (exchange.protocol().filter(name -> name.startsWith("http/1")).isPresent()) {
      for (int other : index.onConnectionOf(exchange)) {
        others.add(new Dependency(other, index.at(other).endNanos(), PathCause.CONNECTION_BUSY));
      }
    }
    for (int other : index.openersFor(exchange)) {
      PageIndex.setUp(index.at(other))
          .ifPresent(end -> others.add(new Dependency(other, end, PathCause.CONNECTION_SETUP)));
    }
    return others.stream()
        .filter(it -> it.exchange() != at)
        .filter(it -> it.atNanos() > exchange.startNanos() && it.atNanos() <= until)
        .max(Comparator.comparingLong(Dependency::atNanos));
  }
}
