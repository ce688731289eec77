package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the fields of a log are called, and which fact each of them is.
final class FieldNames {
  /// The names of one fact.
  record Names(Fact fact, List<String> names) {}

  private final Map<String, Fact> facts = new HashMap<>();

  private FieldNames(Map<String, Fact> known, Names... all) {
    facts.putAll(known);
    for (Names some : all) {
      for (String name : some.names()) {
        if (facts.put(name, some.fact()) != null) {
          throw new IllegalArgumentException(name + " stands for two facts.");
        }
      }
    }
  }

  /// A table of names; each stands for one fact.
  static FieldNames of(Names... all) {
    return new FieldNames(Map.of(), all);
  }

  /// The same with more rows.
  FieldNames and(Names... more) {
    return new FieldNames(facts, more);
  }

  /// One row of such a table.
  static Names named(Fact fact, String... names) {
    return new Names(fact, List.of(names));
  }

  /// What the field of that name says, in whatever case the name is written; empty where nothing of
  /// interest.
  Optional<Fact> fact(String name) {
    Fact exact = facts.get(name);
    return Optional.ofNullable(exact == null ? facts.get(name.toLowerCase(Locale.ROOT)) : exact);
  }

  /// The same where another case is another name.
  Optional<Fact> exact(String name) {
    return Optional.ofNullable(facts.get(name));
  }

  /// What the fields of a fact are called.
  List<String> names(Fact fact) {
    return facts.entrySet().stream()
        .filter(each -> each.getValue() == fact)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /// The same where one name, in whatever case it is written, stands for another fact.
  FieldNames but(String name, Fact fact) {
    Map<String, Fact> changed = new HashMap<>(facts);
    changed.keySet().removeIf(name::equalsIgnoreCase);
    changed.put(name, fact);
    return new FieldNames(changed);
  }

  /// Whether some field says it.
  boolean has(Fact fact) {
    return facts.containsValue(fact);
  }
}
