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

  /// The words for the time that was waited until now.
  ///
  /// @param since raw nanoTime
  static String within(long since) {
    long millis = Math.round((System.nanoTime() - since) / 1e6);
    long tenths = Math.round(millis / 100.0);
    if (tenths < 10) {
      return " within " + millis + " ms";
    }
    return " within " + tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " s";
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
