package dev.lightfoot.analysis.join.statement;

import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The entries of a database or cache that are alike a call by their text: with the values in it
/// where both recorders write values, else without. Each call is asked for itself: of one
/// application's statements some have values and some have none.
final class AlikeEntries {
  private final Map<String, List<Span>> exact = new HashMap<>();
  private final Map<String, List<Span>> templates = new HashMap<>();
  private final Map<String, List<Span>> withoutValues = new HashMap<>();
  private final Map<String, List<Span>> known = new HashMap<>();
  private final boolean valuesDiffer;

  /// @param entries by start
  AlikeEntries(List<Span> calls, List<Span> entries) {
    for (Span entry : entries) {
      StatementText.exact(entry).ifPresent(text -> add(exact, text, entry));
      StatementText.template(entry).ifPresent(text -> add(templates, text, entry));
      if (!StatementText.holdsValues(entry)) {
        StatementText.template(entry).ifPresent(text -> add(withoutValues, text, entry));
      }
    }
    valuesDiffer = valuesDiffer(calls);
  }

  private static void add(Map<String, List<Span>> map, String text, Span entry) {
    map.computeIfAbsent(text, _ -> new ArrayList<>()).add(entry);
  }

  /// Whether the two recorders write values differently: fewer than half of the calls with values
  /// whose statement is there at all are there with the same ones.
  private boolean valuesDiffer(List<Span> calls) {
    int there = 0;
    int same = 0;
    for (Span call : calls) {
      if (StatementText.holdsValues(call)
          && StatementText.template(call).filter(templates::containsKey).isPresent()) {
        there++;
        same += StatementText.exact(call).filter(exact::containsKey).isPresent() ? 1 : 0;
      }
    }
    return 2 * same < there;
  }

  /// Those that are alike the call, by start.
  List<Span> of(Span call) {
    Optional<String> template = StatementText.template(call);
    if (template.isEmpty()) {
      return List.of();
    }
    if (valuesDiffer || !StatementText.holdsValues(call)) {
      return templates.getOrDefault(template.get(), List.of());
    }
    String text = StatementText.exact(call).orElse("");
    return known.computeIfAbsent(text, _ -> both(text, template.get()));
  }

  /// With the same values, or without any.
  private List<Span> both(String text, String template) {
    List<Span> same = exact.getOrDefault(text, List.of());
    List<Span> open = withoutValues.getOrDefault(template, List.of());
    if (open.isEmpty()) {
      return same;
    }
    Set<Span> found = new HashSet<>(same);
    found.addAll(open);
    return found.stream()
        .sorted(Comparator.comparingLong(span -> span.time().atUnixNanos()))
        .toList();
  }
}
