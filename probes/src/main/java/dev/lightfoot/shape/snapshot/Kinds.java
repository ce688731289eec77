package dev.lightfoot.shape.snapshot;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.SnapshotId;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Redaction;
import dev.lightfoot.shape.Sensitivity;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The kinds of values in a snapshot. All but the texts of people and peers are harmless, and each
/// says so here.
final class Kinds {
  private Kinds() {}

  /// Longer times, more than a day, cannot be measurements; sums of them could overflow.
  static final long MAX_NANOS = 100_000_000_000_000L;

  /// More round trips cannot be a measurement.
  static final int MAX_TRIPS = 10_000;

  /// A word of a vocabulary, a name, an address: nothing secret.
  static final Kind<String> WORD = Kind.text().declared(Sensitivity.HARMLESS);

  static final Kind<List<String>> WORDS = WORD.list();

  /// What a person or a peer wrote.
  static final Kind<String> FREE_TEXT = Kind.text().declared(Sensitivity.FREE_TEXT);

  static final Kind<String> URL = FREE_TEXT;

  /// What a span did, which may be a statement.
  static final Kind<String> STATEMENT = Kind.text().declared(Sensitivity.STATEMENT);

  static final Kind<Boolean> FLAG = Kind.flag().harmless();

  /// A whole number of any size.
  static final Kind<Long> NUMBER = Kind.number().harmless();

  /// How many or how much; never negative where we write it.
  static final Kind<Long> COUNT = NUMBER.promise("minimum", 0);

  static final Kind<Integer> INTEGER =
      NUMBER
          .checked(value -> value == value.intValue(), "a number of 32 bits is expected")
          .as(Long::intValue, Integer::longValue);

  /// A number with a fraction.
  static final Kind<Double> DECIMAL = Kind.decimal().harmless();

  /// A place in a list, from 0.
  static final Kind<Integer> INDEX =
      INTEGER.checked(value -> value >= 0, "an index from 0 is expected").promise("minimum", 0);

  /// A line of a text, from 1.
  static final Kind<Integer> LINE =
      INTEGER
          .checked(value -> value >= 1, "the number of a line, from 1, is expected")
          .promise("minimum", 1);

  /// A port or another number of 16 bits.
  static final Kind<Integer> SHORT = INTEGER.promise("minimum", 0).promise("maximum", 0xffff);

  /// An instant from the start of the run, or a length of time.
  static final Kind<Long> NANOS =
      NUMBER
          .checked(
              value -> -MAX_NANOS <= value && value <= MAX_NANOS,
              "a time of more than a day cannot be a measurement")
          .promise("minimum", -MAX_NANOS)
          .promise("maximum", MAX_NANOS);

  /// The length of a phase.
  static final Kind<Long> LENGTH =
      NANOS
          .checked(value -> value >= 0, "a phase cannot take less than no time")
          .promise("minimum", 0);

  static final Kind<Integer> TRIPS =
      INTEGER
          .checked(
              value -> 0 <= value && value <= MAX_TRIPS,
              "0 to " + MAX_TRIPS + " round trips are expected")
          .promise("minimum", 0)
          .promise("maximum", MAX_TRIPS);

  static final Kind<String> ID =
      WORD.checked(SnapshotId::isValid, "26 characters of lower-case base32 are expected")
          .promise("pattern", "^[0-7][0-9a-hjkmnp-tv-z]{25}$");

  /// A date and time in ISO 8601, with the offset of the place.
  static final Kind<OffsetDateTime> TIME =
      time(OffsetDateTime::parse, DateTimeFormatter.ISO_OFFSET_DATE_TIME::format);

  /// A date and time in ISO 8601, in UTC.
  static final Kind<Instant> INSTANT = time(Instant::parse, Instant::toString);

  /// A header line: an array of its name and its value.
  static final Kind<Header> HEADER =
      Kind.text()
          .list()
          .checked(pair -> pair.size() == 2, "a header line is expected here, as name and value")
          .as(
              pair -> new Header(pair.get(0), pair.get(1)),
              line -> List.of(line.name(), line.value()))
          .promise("minItems", 2)
          .promise("maxItems", 2)
          .cleaned(Redaction::header);

  /// One of a vocabulary that a newer version may add to.
  static Kind<String> oneOf(String... words) {
    return WORD.promise("enum", List.of(words));
  }

  /// The constant of an enumeration by its label.
  ///
  /// @param refusal what is said of another word
  static <E extends Enum<E>> Kind<E> label(
      Class<E> type, Function<E, String> label, String refusal) {
    List<E> constants = List.of(type.getEnumConstants());
    return WORD.parsed(
            text -> constants.stream().filter(each -> label.apply(each).equals(text)).findFirst(),
            label,
            refusal)
        .promise("enum", constants.stream().map(label).toList());
  }

  /// One of these words.
  static Kind<String> word(String refusal, String... words) {
    return WORD.checked(Arrays.asList(words)::contains, refusal).promise("enum", List.of(words));
  }

  private static <V> Kind<V> time(Function<String, V> parse, Function<V, String> print) {
    return WORD.parsed(
            text -> {
              try {
                return Optional.of(parse.apply(text));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            },
            print,
            "a date and time with offset is expected, such as 2026-11-23T10:15:00Z")
        .promise("format", "date-time");
  }
}
