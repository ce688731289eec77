package dev.lightfoot.store.span;

import dev.lightfoot.model.span.RouteName;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/// Whether spans satisfy a filter: for each condition there must be one that does.
public final class TraceMatch {
  private final List<Predicate<Span>> conditions = new ArrayList<>();

  private int others; // than that of a name

  private TraceMatch() {}

  /// Of all that a filter asks of spans.
  public static TraceMatch of(TraceFilter filter) {
    TraceMatch match = words(filter);
    filter.layer().ifPresent(layer -> match.conditions.add(span -> span.layer() == layer));
    filter
        .service()
        .ifPresent(name -> match.conditions.add(span -> Terms.serviceOf(span).equals(name)));
    filter
        .status()
        .ifPresent(
            range ->
                match.conditions.add(
                    span ->
                        Terms.status(span).isPresent()
                            && range.contains(Terms.status(span).getAsInt())));
    match.others = match.conditions.size();
    filter.named().ifPresent(named -> match.conditions.add(span -> isNamed(span, named)));
    return match;
  }

  /// Of what is looked for in their texts alone.
  public static TraceMatch words(TraceFilter filter) {
    TraceMatch match = new TraceMatch();
    filter.attribute().map(SpanText::needle).ifPresent(match::contains);
    filter.text().map(SpanText::needle).ifPresent(match::contains);
    return match;
  }

  private void contains(String text) {
    conditions.add(span -> SpanText.of(span).contains(text));
  }

  /// What costs least first.
  private static boolean isNamed(Span span, TraceFilter.Named named) {
    return span.layer() == named.layer()
        && Terms.serviceOf(span).equals(named.service())
        && RouteName.of(span).equals(named.name());
  }

  /// Whether nothing is asked but a name, or nothing at all.
  public boolean isOfName() {
    return others == 0;
  }

  public boolean matches(Collection<Span> spans) {
    for (Predicate<Span> condition : conditions) {
      boolean held = false;
      for (Span span : spans) {
        if (condition.test(span)) {
          held = true;
          break;
        }
      }
      if (!held) {
        return false;
      }
    }
    return true;
  }
}
