package dev.lightfoot.report.layout.page;

import dev.lightfoot.model.Phase;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A field of a [PageFilter] whose value is a number.
enum PageNumberField {
  TRIPS(Kind.COUNT, row -> of(row.trips())),
  STATUS(Kind.COUNT, row -> of(row.status())),
  CONNECTION(Kind.COUNT, row -> of(row.connection())),
  SIZE(Kind.BYTES, row -> of(row.bytes())),
  TIME(Kind.TIME, row -> of(row.totalNanos())),
  START(Kind.TIME, row -> of(row.startNanos())),
  END(Kind.TIME, row -> of(row.endNanos())),
  BLOCKED(Kind.TIME, row -> of(row, Phase.BLOCKED)),
  DNS(Kind.TIME, row -> of(row, Phase.DNS)),
  TCP(Kind.TIME, row -> of(row, Phase.TCP)),
  TLS(Kind.TIME, row -> of(row, Phase.TLS)),
  QUIC(Kind.TIME, row -> of(row, Phase.QUIC)),
  WAIT(Kind.TIME, row -> of(row, Phase.WAIT)),
  RECEIVE(Kind.TIME, row -> of(row, Phase.RECEIVE));

  /// In what it counts: units by their lower-case names; without one, a time is in milliseconds.
  private enum Kind {
    COUNT(Map.of("", 1.0)),
    BYTES(Map.of("", 1.0, "b", 1.0, "kb", 1e3, "k", 1e3, "mb", 1e6, "m", 1e6)),
    TIME(Map.of("", 1e6, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9));

    @SuppressWarnings("ImmutableEnumChecker") // maps that do not change
    private final Map<String, Double> units;

    Kind(Map<String, Double> units) {
      this.units = units;
    }
  }

  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?)(\\D*)");

  /// Shown numbers have a decimal: what rounds to the same is equal.
  private static final double SAME = 50_000;

  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Function<PageRow, OptionalDouble> value;

  private final String label = name().toLowerCase(Locale.ROOT);

  PageNumberField(Kind kind, Function<PageRow, OptionalDouble> value) {
    this.kind = kind;
    this.value = value;
  }

  static Optional<PageNumberField> ofLabel(String label) {
    return Arrays.stream(values()).filter(field -> field.label.equals(label)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(field -> field.label).collect(Collectors.joining(", "));
  }

  /// Rows whose value compares so; rows without one do not match.
  ///
  /// @throws IllegalArgumentException where that is no number of this kind
  Predicate<PageRow> matching(String comparison, String text) {
    double wanted = read(text);
    double same = kind == Kind.TIME ? SAME : 0;
    Predicate<Double> test =
        switch (comparison) {
          case ">" -> actual -> actual > wanted;
          case ">=" -> actual -> actual >= wanted;
          case "<" -> actual -> actual < wanted;
          case "<=" -> actual -> actual <= wanted;
          default -> actual -> Math.abs(actual - wanted) <= same;
        };
    return row -> {
      OptionalDouble actual = value.apply(row);
      return actual.isPresent() && test.test(actual.getAsDouble());
    };
  }

  private double read(String text) {
    Matcher matcher = NUMBER.matcher(text.toLowerCase(Locale.ROOT));
    Double unit = matcher.matches() ? kind.units.get(matcher.group(2).strip()) : null;
    if (unit == null) {
      String example =
          switch (kind) {
            case COUNT -> "1";
            case BYTES -> "10kB";
            case TIME -> "100ms";
          };
      throw PageFilterTerm.fault("filter.number", label, text, label + ">" + example);
    }
    return Double.parseDouble(matcher.group(1)) * unit;
  }

  private static OptionalDouble of(OptionalInt count) {
    return count.isPresent() ? OptionalDouble.of(count.getAsInt()) : OptionalDouble.empty();
  }

  private static OptionalDouble of(long number) {
    return OptionalDouble.of((double) number);
  }

  private static OptionalDouble of(PageRow row, Phase phase) {
    return of(row.request().phases().durationNanos(phase));
  }
}
