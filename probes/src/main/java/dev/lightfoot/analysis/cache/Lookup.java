package dev.lightfoot.analysis.cache;

import dev.lightfoot.analysis.served.Call;
import dev.lightfoot.analysis.served.Question;
import dev.lightfoot.analysis.served.ServedRequest;
import dev.lightfoot.analysis.statement.CacheCommand;
import dev.lightfoot.analysis.trace.SpanTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One get, and what came of it: what the database was asked next, and whether the answer was then
/// stored.
final class Lookup {
  private static final int MOST = 50;

  private final ServedRequest request;
  private final Call get;
  private final String what;
  private final List<Call> next = new ArrayList<>();
  private List<Call> queries = List.of();
  private @Nullable Call set;

  Lookup(ServedRequest request, Call get) {
    this.request = request;
    this.get = get;
    String operation = get.text().template();
    what =
        CacheCalls.key(get)
            .map(key -> operation + ' ' + CacheKey.pattern(key))
            .orElseGet(() -> operation + parent(request, get));
  }

  private static String parent(ServedRequest request, Call get) {
    return get.parent() == SpanTree.NONE
        ? ""
        : " (" + request.tree().span(get.parent()).name() + ')';
  }

  /// The same maker asked the database after it, before its next get.
  void asks(Call query) {
    if (next.size() < MOST) {
      next.add(query);
    }
  }

  /// The answer was stored.
  ///
  /// @param between what the database was asked between the get and that
  void stores(Call call, List<Call> between) {
    set = call;
    queries = List.copyOf(between.subList(0, Math.min(MOST, between.size())));
  }

  ServedRequest request() {
    return request;
  }

  Call get() {
    return get;
  }

  /// What is looked up: the same for keys that differ in an id only.
  String what() {
    return what;
  }

  Optional<Call> set() {
    return Optional.ofNullable(set);
  }

  boolean isStored() {
    return set != null;
  }

  /// What the database was asked between the get and the set.
  List<Call> queries() {
    return queries;
  }

  /// Whether the database was asked in its place, and the answer stored.
  boolean isTriple() {
    return set != null && !queries.isEmpty() && !isHit();
  }

  boolean isHit() {
    return get.text().command().flatMap(CacheCommand::hit).orElse(false);
  }

  /// Whether it is known to have missed, the database was asked in its place, and the answer was
  /// not stored.
  boolean isUnfilled() {
    boolean said = get.text().command().flatMap(CacheCommand::hit).filter(hit -> !hit).isPresent();
    return said && set == null && !next.isEmpty();
  }

  /// Whether it is known to have missed, by its own word or because its answer was stored after.
  boolean isMiss() {
    boolean said = get.text().command().flatMap(CacheCommand::hit).filter(hit -> !hit).isPresent();
    return said || isTriple();
  }

  /// What the same maker asked the database after it.
  List<Call> next() {
    return next;
  }

  /// The first of these that asks that.
  Optional<Call> next(Question query) {
    return next.stream().filter(call -> call.question().equals(query)).findFirst();
  }

  /// The statement that stands for what is cached: what is asked first.
  Optional<Call> source() {
    return (queries.isEmpty() ? next : queries).stream().findFirst();
  }
}
