package dev.lightfoot.probe.http.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What makes a response head ambiguous, so that two readers could disagree about where it or its
/// body ends (RFC 9112 sections 2.2, 5 and 6.3). The HTTP engine reads such heads without a word.
final class HeadFaults {
  private HeadFaults() {}

  /// One sentence about the first fault; empty where there is none.
  ///
  /// @param head start line and header lines as they came
  static Optional<String> of(String head) {
    if (head.indexOf('\0') >= 0) {
      return Optional.of("The response's headers hold a NUL byte.");
    }
    if (hasBareReturn(head)) {
      return Optional.of("The response's headers hold a carriage return that does not end a line.");
    }
    return lengths(head);
  }

  private static boolean hasBareReturn(String head) {
    for (int at = head.indexOf('\r'); at >= 0; at = head.indexOf('\r', at + 1)) {
      if (at + 1 == head.length() || head.charAt(at + 1) != '\n') {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> lengths(String head) {
    List<String> lengths =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
            .flatMap(line -> Stream.of(line.substring(line.indexOf(':') + 1).split(",", -1)))
            .map(String::strip)
            .distinct()
            .toList();
    if (lengths.size() > 1) {
      return Optional.of(
          "The response gives two lengths ("
              + brief(lengths.get(0))
              + " and "
              + brief(lengths.get(1))
              + "): where it ends is unknown.");
    }
    if (lengths.size() == 1 && !isNumber(lengths.getFirst())) {
      return Optional.of(
          "The response's Content-Length is not a number: \"" + brief(lengths.getFirst()) + "\".");
    }
    return Optional.empty();
  }

  private static boolean isNumber(String length) {
    return !length.isEmpty()
        && length.length() <= 18
        && length.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  private static String brief(String length) {
    String words = length.replaceAll("[^ -~]", "?");
    return words.length() > 20 ? words.substring(0, 20) + "…" : words;
  }
}
