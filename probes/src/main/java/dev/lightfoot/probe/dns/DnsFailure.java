package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;

/// Why a name has no addresses.
final class DnsFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorType type;
  private final String brief;

  DnsFailure(ErrorType type, String message) {
    this(type, message, message);
  }

  /// @param brief the reason alone, for a line that names the resolver already
  DnsFailure(ErrorType type, String message, String brief) {
    super(message);
    this.type = type;
    this.brief = brief;
  }

  ErrorType type() {
    return type;
  }

  String brief() {
    return brief;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
