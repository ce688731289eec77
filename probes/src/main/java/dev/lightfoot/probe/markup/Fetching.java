package dev.lightfoot.probe.markup;

import java.util.Optional;

/// How something named is to be asked for.
///
/// @param crossOrigin the mode and whether credentials go along
/// @param priority the hint in `fetchpriority`
/// @param integrity whether a hash of the content is given
/// @param referrerPolicy the element's own; empty for the document's
public record Fetching(
    CrossOrigin crossOrigin,
    FetchPriority priority,
    boolean integrity,
    Optional<String> referrerPolicy) {
  /// Without an attribute of its own.
  public static final Fetching PLAIN =
      new Fetching(CrossOrigin.NONE, FetchPriority.AUTO, false, Optional.empty());

  /// Without credentials for other origins, as fonts and modules are asked for.
  public static final Fetching ANONYMOUS = PLAIN.with(CrossOrigin.ANONYMOUS);

  /// The state of a `crossorigin` attribute (HTML Standard section 2.5.4).
  public enum CrossOrigin {
    /// No attribute: credentials go along, and the answer stays opaque.
    NONE,
    /// Credentials for the same origin only.
    ANONYMOUS,
    /// Credentials for every origin.
    USE_CREDENTIALS;

    /// The state of an attribute; a missing one has none, and an unknown word is anonymous.
    static CrossOrigin of(Optional<String> attribute) {
      return attribute
          .map(text -> text.equalsIgnoreCase("use-credentials") ? USE_CREDENTIALS : ANONYMOUS)
          .orElse(NONE);
    }
  }

  /// The state of a `fetchpriority` attribute.
  public enum FetchPriority {
    AUTO,
    HIGH,
    LOW;

    static FetchPriority of(Optional<String> attribute) {
      String text = attribute.orElse("");
      return text.equalsIgnoreCase("high") ? HIGH : text.equalsIgnoreCase("low") ? LOW : AUTO;
    }
  }

  /// The same in that mode.
  public Fetching with(CrossOrigin mode) {
    return new Fetching(mode, priority, integrity, referrerPolicy);
  }
}
