package dev.lightfoot.model;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What caused a request on a page: the initiator of W3C Resource Timing, of HAR's `_initiator` and
/// of the DevTools protocol.
///
/// @param type what kind of thing asked for it
/// @param exchange index in the run of the exchange that named it; empty where none did
/// @param line line of that exchange's body, from 1; empty where that is not known
public record Initiator(Type type, OptionalInt exchange, OptionalInt line) {

  /// What kind of thing asks for a resource.
  public enum Type {
    /// The parser of the document.
    PARSER,
    /// The scanner that reads the document ahead of the parser.
    PRELOAD_SCANNER,
    /// A style sheet.
    CSS,
    /// A script.
    SCRIPT,
    /// A `Link` field of a final response.
    LINK_HEADER,
    /// A `Link` field of a 103 response (RFC 8297).
    EARLY_HINTS,
    /// The response before it led here.
    REDIRECT,
    /// The person.
    USER;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The name in the snapshot format.
    public String label() {
      return label;
    }

    /// The type of that label; empty where this version knows none.
    public static Optional<Type> ofLabel(String label) {
      for (Type type : values()) {
        if (type.label.equals(label)) {
          return Optional.of(type);
        }
      }
      return Optional.empty();
    }
  }

  public Initiator {
    if (exchange.orElse(0) < 0 || line.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "an exchange is counted from 0 and a line from 1: " + exchange + ", " + line);
    }
  }

  /// Of that type, without a place.
  public static Initiator of(Type type) {
    return new Initiator(type, OptionalInt.empty(), OptionalInt.empty());
  }
}
