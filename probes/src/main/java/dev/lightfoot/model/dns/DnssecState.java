package dev.lightfoot.model.dns;

import java.util.Locale;
import java.util.Optional;

/// What DNSSEC says of a name (RFC 4035 section 4.3), as far as it shows from outside.
public enum DnssecState {
  /// The resolver says that it validated the answers: AD was set.
  SECURE,
  /// A resolver that validates did not vouch for the answers: the name is not signed.
  INSECURE,
  /// The signatures do not verify: a validating resolver keeps the answer back.
  BOGUS,
  /// Not known: nothing shows that the resolver validates.
  UNKNOWN;

  private final String label = name().toLowerCase(Locale.ROOT);

  /// The name in the snapshot format.
  public String label() {
    return label;
  }

  /// The state of that name in the snapshot format.
  public static Optional<DnssecState> ofLabel(String label) {
    for (DnssecState state : values()) {
      if (state.label.equals(label)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
