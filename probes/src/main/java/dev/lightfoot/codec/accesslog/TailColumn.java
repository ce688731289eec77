package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// One place behind the combined format's fields, over some lines.
///
/// @param first its token in the first of them
/// @param values its values
record TailColumn(TailToken first, List<String> values) {
  private static final String LIST = ", | : ";

  /// A request that takes less than 0.1 ms in the median is rarer than a `%T` of whole seconds.
  private static final long LEAST_MICROS = 100;

  private static final List<String> CACHE_WORDS =
      List.of("HIT", "MISS", "BYPASS", "EXPIRED", "STALE", "UPDATING", "REVALIDATED");

  private boolean all(Predicate<String> matches) {
    boolean any = false;
    for (String value : values) {
      if (!value.isEmpty() && !value.equals("-")) {
        any = true;
        if (!matches.test(value)) {
          return false;
        }
      }
    }
    return any;
  }

  private boolean isBlank() {
    return values.stream().allMatch(value -> value.isEmpty() || value.equals("-"));
  }

  boolean isDecimal() {
    return first.key().isEmpty() && all(TailColumn::decimals);
  }

  boolean isWhole() {
    return first.key().isEmpty() && first.after().isEmpty() && all(TailColumn::digits);
  }

  /// Whether it is a time of nginx's: decimals, or nothing but `-` behind such a column.
  boolean isTime(List<TailColumn> among) {
    int place = among.indexOf(this);
    boolean behind = place > 0 && isBlank() && first.key().isEmpty();
    return isDecimal() || (behind && among.get(place - 1).isTime(among));
  }

  boolean looksLikeMicros() {
    List<Long> numbers =
        values.stream().filter(TailColumn::digits).map(Long::valueOf).sorted().toList();
    return !numbers.isEmpty() && numbers.get(numbers.size() / 2) >= LEAST_MICROS;
  }

  /// What it says, by its key or by the look of its values.
  Optional<Fact> fact(FieldNames names) {
    if (!first.key().isEmpty()) {
      return names.fact(first.key());
    }
    if (all(value -> value.length() == 32 && hex(value))) {
      return Optional.of(Fact.REQUEST_ID);
    }
    if (all(value -> value.length() == 55 && value.startsWith("00-"))) {
      return Optional.of(Fact.TRACEPARENT);
    }
    if (all(CACHE_WORDS::contains)) {
      return Optional.of(Fact.CACHE_STATUS);
    }
    return all(TailColumn::address) ? Optional.of(Fact.UPSTREAM_ADDRESS) : Optional.empty();
  }

  private static boolean decimals(String value) {
    for (String one : value.split(LIST, -1)) {
      int dot = one.indexOf('.');
      boolean number = dot > 0 && digits(one.substring(0, dot)) && digits(one.substring(dot + 1));
      if (!number && !one.equals("-")) {
        return false;
      }
    }
    return true;
  }

  private static boolean digits(String text) {
    return !text.isEmpty()
        && text.length() < 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hex(String text) {
    return text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static boolean address(String value) {
    for (String one : value.split(LIST, -1)) {
      int colon = one.lastIndexOf(':');
      boolean port = colon > 0 && digits(one.substring(colon + 1));
      if (!port && !one.startsWith("unix:")) {
        return false;
      }
    }
    return true;
  }
}
