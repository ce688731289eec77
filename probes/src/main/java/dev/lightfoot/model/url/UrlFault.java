package dev.lightfoot.model.url;

import java.io.Serial;

/// Why a text is no URL that can be asked for.
public final class UrlFault extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  /// What is wrong with it.
  public enum Kind {
    /// It has a scheme other than http and https.
    SCHEME,
    /// It is relative, and there is nothing that it is relative to.
    RELATIVE,
    /// It names no host.
    NO_HOST,
    /// Its host is neither a name nor an address.
    HOST,
    /// Its port is not a number.
    PORT,
    /// Its port is larger than ports are.
    PORT_RANGE
  }

  private final Kind kind;
  private final String part;

  UrlFault(Kind kind, String part) {
    super(kind + ": " + part);
    this.kind = kind;
    this.part = part;
  }

  public Kind kind() {
    return kind;
  }

  /// The scheme, host or port meant; holds no user and no password.
  public String part() {
    return part;
  }
}
