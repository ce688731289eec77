package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.DurationUnit;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// One way in which the lines of a format are laid out. A format has one or more of them: lines
/// that begin with a brace are read by its [Json], others by the first pattern that fits.
sealed interface Layout {
  /// Text that a pattern takes apart.
  ///
  /// @param amongOthers whether the server writes other lines into the same file: then a line that
  ///   does not begin as the pattern does is one of those
  record Text(LinePattern pattern, boolean amongOthers) implements Layout {}

  /// Text that a pattern takes apart, tried only where it fits most of a file's first lines.
  ///
  /// @param sure how surely such a file is of the format
  record Mostly(LinePattern pattern, int sure) implements Layout {}

  /// nginx's, Apache's and gunicorn's most common fields and what follows them, found out from the
  /// first lines ([CombinedTail]); in the end also lines of which only the fields are known.
  ///
  /// @param micros whether a lone whole number is microseconds, and not decimals seconds
  /// @param sure how surely a file is of the format
  /// @param key the name that one of the fields behind must have
  record Combined(boolean micros, Sureness sure, Optional<String> key) implements Layout {}

  /// How surely a file is of a format, by what stands behind the combined fields; 0 is not at all.
  ///
  /// @param decimals where there are numbers with decimals, as nginx writes times
  /// @param whole where there are whole numbers, as Apache and gunicorn do
  /// @param neither where there are not
  record Sureness(int decimals, int whole, int neither) {}

  /// The keys of a JSON object.
  ///
  /// @param decimals the unit of durations with decimals under keys of [Fact#OF_UNKNOWN_UNIT],
  ///   where the format says that much
  /// @param whole those in which whole numbers under such keys may be, the smallest first
  /// @param request whether a line is about a request, as others stand between them
  /// @param completing makes facts of those that JSON parts or writes otherwise
  record Json(
      FieldNames keys,
      Optional<DurationUnit> decimals,
      List<DurationUnit> whole,
      Predicate<Entry> request,
      Consumer<Entry> completing)
      implements Layout {
    Json with(FieldNames other) {
      return new Json(other, decimals, whole, request, completing);
    }

    Json(FieldNames keys, Predicate<Entry> request) {
      this(keys, Optional.empty(), KeyUnits.ANY, request, _ -> {});
    }
  }

  /// Columns that a line `#Fields:` names: W3C's extended log file format. A column of
  /// [Fact#OF_UNKNOWN_UNIT] is in seconds there, and in milliseconds of some servers
  /// ([HeaderUnits]).
  ///
  /// @param names in lower case
  /// @param separator a blank or a tab
  /// @param userAgent undoes how blanks are written in the user agent
  /// @param anyOf one of these names is in the header of such a file
  /// @param noneOf none of these is
  record Headed(
      FieldNames names,
      char separator,
      UnaryOperator<String> userAgent,
      Set<String> anyOf,
      Set<String> noneOf)
      implements Layout {}

  /// Columns in an order that is always the same, with quotes around those that hold blanks.
  ///
  /// @param columns their names; of newer ones a line may have fewer or more
  /// @param least how many there are at least
  /// @param request whether a line is about a request
  /// @param refusal what is said of any other line
  record Columns(
      List<String> columns, FieldNames names, int least, Predicate<Entry> request, String refusal)
      implements Layout {}

  /// Lines with logic that no table holds.
  record Own(Supplier<LineFormat> lines) implements Layout {}

  /// Text of a format string of that syntax.
  static Text text(FormatSyntax syntax, String format) {
    return new Text(syntax.compile(format), false);
  }

  /// Whether a line says all of these.
  static Predicate<Entry> all(Fact... facts) {
    List<Fact> wanted = List.of(facts);
    return entry -> wanted.stream().allMatch(entry::has);
  }

  /// Whether a line says any of these.
  static Predicate<Entry> any(Fact... facts) {
    List<Fact> wanted = List.of(facts);
    return entry -> wanted.stream().anyMatch(entry::has);
  }
}
