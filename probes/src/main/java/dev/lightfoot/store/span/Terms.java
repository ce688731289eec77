package dev.lightfoot.store.span;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What a trace can be found by without its spans being read: services, layers, names of spans with
/// who recorded them, statuses. Each is a short text that begins with what kind it is.
public final class Terms {
  private static final char SERVICE = 's';
  private static final char LAYER = 'l';
  private static final char NAME = 'n';
  private static final char STATUS = 'c';
  private static final char BETWEEN = '\u0001';

  private Terms() {}

  /// Those of a trace, sorted.
  public static Set<String> of(List<Span> spans) {
    Set<String> terms = new TreeSet<>();
    for (Span span : spans) {
      terms.add(SERVICE + serviceOf(span));
      terms.add(layer(span.layer()));
      terms.add(name(span));
      status(span).ifPresent(each -> terms.add(STATUS + Integer.toString(each)));
    }
    return terms;
  }

  /// The service that recorded a span; empty where it names none.
  public static String serviceOf(Span span) {
    return span.attributes().get(AttributeNames.SERVICE_NAME).orElse("");
  }

  public static OptionalInt status(Span span) {
    OptionalLong status = span.attributes().number(AttributeNames.STATUS);
    return status.isPresent() && status.getAsLong() == (int) status.getAsLong()
        ? OptionalInt.of((int) status.getAsLong())
        : OptionalInt.empty();
  }

  /// The term of a span's name.
  public static String name(Span span) {
    return name(span.layer(), serviceOf(span), RouteName.of(span));
  }

  private static String name(Layer layer, String service, String name) {
    return NAME + layer.label() + BETWEEN + service + BETWEEN + name;
  }

  private static String layer(Layer layer) {
    return LAYER + layer.label();
  }

  /// Service and name in the term of a name.
  public static String[] parts(String term) {
    String[] parts = term.split(String.valueOf(BETWEEN), 3);
    return new String[] {parts[1], parts[2]};
  }

  /// What a filter asks of the terms: one of a trace's must satisfy each.
  public static List<Predicate<String>> conditions(TraceFilter filter) {
    List<Predicate<String>> conditions = new ArrayList<>();
    filter.service().map(name -> SERVICE + name).ifPresent(term -> conditions.add(term::equals));
    filter.layer().map(Terms::layer).ifPresent(term -> conditions.add(term::equals));
    filter
        .named()
        .map(each -> name(each.layer(), each.service(), each.name()))
        .ifPresent(term -> conditions.add(term::equals));
    filter.status().ifPresent(range -> conditions.add(term -> isIn(range, term)));
    return conditions;
  }

  private static boolean isIn(TraceFilter.StatusRange range, String term) {
    return term.charAt(0) == STATUS && range.contains(Integer.parseInt(term, 1, term.length(), 10));
  }
}
