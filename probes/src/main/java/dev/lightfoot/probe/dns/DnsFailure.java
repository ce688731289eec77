package dev.lightfoot.probe.dns;

import dev.lightfoot.model.ErrorType;

/// Why a name has no addresses.
final class DnsFailure extends Exception {
  private static final long serialVersionUID = 1;

  private final ErrorType type;

  DnsFailure(ErrorType type, String message) {
    super(message);
    this.type = type;
  }

  ErrorType type() {
    return type;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
