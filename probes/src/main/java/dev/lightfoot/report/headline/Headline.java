package dev.lightfoot.report.headline;

import java.util.List;
import java.util.Optional;

/// The answer in the order a person asks: a sentence or two, then what they rest on. [Headlines]
/// makes it.
///
/// @param first how long, and how much of it is distance; or what failed
/// @param second where the rest went
/// @param caption how many runs, how far apart, over what
/// @param code what to look up where it failed, such as `LF-TLS-EXPIRED`
/// @param remedies what to do where it failed, step by step
public record Headline(
    String first,
    Optional<String> second,
    String caption,
    Optional<String> code,
    List<String> remedies) {
  public Headline {
    remedies = List.copyOf(remedies);
  }

  /// The same over another caption.
  Headline captioned(String other) {
    return new Headline(first, second, other, code, remedies);
  }

  /// All sentences, for a screen reader.
  public String spoken() {
    return first + second.map(text -> " " + text).orElse("") + " " + caption;
  }
}
