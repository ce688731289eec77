package dev.lightfoot.codec.postgres;

/// One entry of the log, whichever format it comes from. Text that the format does not hold is
/// empty, numbers are 0.
///
/// @param place for people
/// @param atNanos when it was written, since 1970
/// @param resolutionNanos step of that
/// @param pid of the server process, which serves one client
/// @param client who asked, where known
/// @param severity such as `LOG`
/// @param sqlState five characters
/// @param message with line feeds
/// @param query the statement that caused an error
record LogEntry(
    String place,
    long atNanos,
    long resolutionNanos,
    long pid,
    Client client,
    String severity,
    String sqlState,
    String message,
    String query) {

  /// Who asked.
  record Client(String database, String application, String address, String port) {
    static final Client UNKNOWN = new Client("", "", "", "");
  }

  boolean failed() {
    return switch (severity) {
      case "ERROR", "FATAL", "PANIC" -> true;
      default -> false;
    };
  }
}
