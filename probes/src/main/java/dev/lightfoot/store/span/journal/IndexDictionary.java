package dev.lightfoot.store.span.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Terms by number.
final class IndexDictionary {
  private final List<String> terms = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  int number(String term) {
    return numbers.computeIfAbsent(
        term,
        each -> {
          terms.add(each);
          return terms.size() - 1;
        });
  }

  List<String> terms() {
    return terms;
  }
}
