package dev.lightfoot.intake;

import dev.lightfoot.codec.LogReader;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which reader a file is for.
final class FormatChoice {
  /// How much of a file is looked at to recognise it.
  static final int SAMPLE = 64 * 1024;

  private final List<LogReader> readers;

  FormatChoice(List<LogReader> readers) {
    this.readers = readers;
  }

  /// The reader of that name.
  ///
  /// @throws IllegalArgumentException with a sentence where there is none
  LogReader named(String name) {
    return readers.stream()
        .filter(reader -> reader.format().name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no format " + name + ". The formats are: " + names() + "."));
  }

  /// A reader and how surely a file is its.
  record Found(Optional<LogReader> reader, int sure) {}

  /// The reader that knows these bytes best; the first where several know them as well.
  Optional<LogReader> of(byte[] beginning) {
    return find(beginning, Optional.empty()).reader();
  }

  /// The same, and how surely.
  ///
  /// @param named the only one that is asked
  Found find(byte[] beginning, Optional<String> named) {
    Optional<LogReader> best = Optional.empty();
    int surest = 0;
    for (LogReader reader : readers) {
      boolean asked = named.isEmpty() || named.get().equals(reader.format().name());
      int sure = asked ? reader.recognises(beginning) : 0;
      if (sure > surest) {
        surest = sure;
        best = Optional.of(reader);
      }
    }
    return new Found(best, surest);
  }

  /// The reader for these bytes, where the person may have given a format string: it decides for
  /// logs of unknown format, and among those that have such strings.
  Optional<LogReader> of(byte[] beginning, Optional<String> pattern) {
    Optional<LogReader> known = of(beginning);
    boolean decides = known.isEmpty() || !known.get().patternMark().isEmpty();
    return decides && pattern.isPresent() ? Optional.of(patterned(pattern.get())) : known;
  }

  /// The reader that takes such a format string.
  ///
  /// @throws IllegalArgumentException with a sentence where there is none
  LogReader patterned(String pattern) {
    return readers.stream()
        .filter(each -> !each.patternMark().isEmpty() && pattern.contains(each.patternMark()))
        .max(Comparator.comparingInt(each -> each.patternMark().length()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The format string names no field: those of nginx begin with $, of Apache and"
                        + " gunicorn with %."));
  }

  /// All names, by name.
  String names() {
    return String.join(", ", readers.stream().map(each -> each.format().name()).sorted().toList());
  }
}
