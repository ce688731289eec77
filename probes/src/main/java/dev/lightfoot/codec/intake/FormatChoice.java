package dev.lightfoot.codec.intake;

import dev.lightfoot.codec.LogReader;
import java.util.List;
import java.util.Optional;

/// Which reader a file is for.
final class FormatChoice {
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
                    "There is no format " + name + ". There are: " + names() + "."));
  }

  /// The reader that knows these bytes best; the first where several know them as well.
  Optional<LogReader> of(byte[] beginning) {
    Optional<LogReader> best = Optional.empty();
    int surest = 0;
    for (LogReader reader : readers) {
      int sure = reader.recognises(beginning);
      if (sure > surest) {
        surest = sure;
        best = Optional.of(reader);
      }
    }
    return best;
  }

  /// All names, by name.
  String names() {
    return String.join(", ", readers.stream().map(each -> each.format().name()).sorted().toList());
  }
}
