package dev.lightfoot.probe.css;

import java.util.Optional;

/// Selectors of rules within rules (CSS Nesting), written without nesting.
final class Nesting {
  /// Characters of a selector; a longer one is not matched.
  static final int MAX_SELECTOR = 8_192;

  private Nesting() {}

  /// The selector with those of the rules around it; empty where it is too long.
  static Optional<String> resolve(Block outer, String own) {
    if (own.length() > MAX_SELECTOR) {
      return Optional.empty();
    }
    if (!outer.is(Block.Kind.STYLE)) {
      return Optional.of(own);
    }
    if (outer.selector().isEmpty()) {
      return Optional.empty();
    }
    String parent = ":is(" + outer.selector().get() + ")";
    StringBuilder all = new StringBuilder();
    for (String part : Selectors.parts(own)) {
      String one = part.strip();
      boolean marked = one.indexOf('&') >= 0;
      all.append(all.isEmpty() ? "" : ", ")
          .append(marked ? one.replace("&", parent) : parent + " " + one);
      if (all.length() > MAX_SELECTOR) {
        return Optional.empty();
      }
    }
    return Optional.of(all.toString());
  }
}
