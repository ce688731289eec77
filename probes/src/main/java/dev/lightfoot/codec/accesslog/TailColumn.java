package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// One place behind the combined format's fields, over some lines.
///
/// @param first its token in the first of them
/// @param values its values
record TailColumn(TailToken first, List<String> values) {
  private static final Pattern LIST = Pattern.compile(", | : ");

  /// A request that takes less than 0.1 ms in the median is rarer than a `%T` of whole seconds.
  private static final long LEAST_MICROS = 100;

  /// Lines from which on it is no chance that all say the same.
  static final int ENOUGH = 3;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:\\.\\d{1,9})?");
  private static final Pattern UNIT = Pattern.compile("[\\d.]+(?:ms|us|\u00c2\u00b5s|s)");

  private static final List<String> CACHE_WORDS =
      List.of("HIT", "MISS", "BYPASS", "EXPIRED", "STALE", "UPDATING", "REVALIDATED");

  private boolean all(Predicate<String> matches) {
    boolean any = false;
    for (String value : values) {
      if (isKnown(value)) {
        any = true;
        if (!matches.test(value)) {
          return false;
        }
      }
    }
    return any;
  }

  private static boolean isKnown(String value) {
    return !value.isEmpty() && !value.equals("-");
  }

  boolean isBlank() {
    return values.stream().noneMatch(TailColumn::isKnown);
  }

  /// Whether it holds seconds as nginx (three decimals) and gunicorn (six) write them: a ratio has
  /// two.
  boolean isSeconds() {
    return first.key().isEmpty() && (all(value -> decimals(value, 3)) || all(TailColumn::six));
  }

  /// Whether it holds one number on each line that has any.
  boolean isNumber() {
    return first.key().isEmpty() && all(value -> NUMBER.matcher(value).matches());
  }

  /// Its values, without those that say that there is none.
  List<String> known() {
    return values.stream().filter(TailColumn::isKnown).toList();
  }

  /// Whether one number stands on all of enough lines, such as a port.
  boolean isConstant() {
    return values.size() >= ENOUGH
        && values.stream().distinct().count() == 1
        && !values.getFirst().equals("0");
  }

  /// Whether some line has none, or several.
  boolean hasGapsOrLists() {
    return values.stream().anyMatch(value -> !isKnown(value) || value.indexOf(' ') >= 0);
  }

  boolean isWhole() {
    return first.key().isEmpty() && first.after().isEmpty() && all(TailColumn::digits);
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
    if (all(value -> KeyUnits.hasUnit(value) && UNIT.matcher(value).matches())) {
      return Optional.of(Fact.WITH_UNIT);
    }
    return all(TailColumn::address) ? Optional.of(Fact.UPSTREAM_ADDRESS) : Optional.empty();
  }

  private static boolean six(String value) {
    return decimals(value, 6);
  }

  private static boolean decimals(String value, int count) {
    for (String one : split(value)) {
      int dot = one.indexOf('.');
      boolean number =
          dot > 0
              && one.length() == dot + 1 + count
              && digits(one.substring(0, dot))
              && digits(one.substring(dot + 1));
      if (!number && !one.equals("-")) {
        return false;
      }
    }
    return true;
  }

  /// The sum of a value's numbers in seconds; 0 where it has none.
  static double seconds(String value) {
    double sum = 0;
    for (String one : split(value)) {
      sum += isKnown(one) ? Double.parseDouble(one) : 0;
    }
    return sum;
  }

  /// Most values are no list.
  private static String[] split(String value) {
    return value.indexOf(' ') < 0 ? new String[] {value} : LIST.split(value, -1);
  }

  static boolean digits(String text) {
    return !text.isEmpty()
        && text.length() < 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean hex(String text) {
    return text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static boolean address(String value) {
    for (String one : split(value)) {
      int colon = one.lastIndexOf(':');
      boolean port = colon > 0 && digits(one.substring(colon + 1));
      if (!port && !one.startsWith("unix:")) {
        return false;
      }
    }
    return true;
  }
}
