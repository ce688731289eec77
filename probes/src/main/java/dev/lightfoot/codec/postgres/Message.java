package dev.lightfoot.codec.postgres;

import java.util.Optional;

/// What a message says of a statement.
///
/// @param kind which of the messages
/// @param duration as written, in milliseconds; empty where it has none
/// @param text the statement, the plan, or what kind of entry it is
record Message(Kind kind, String duration, String text) {
  enum Kind {
    /// `duration: … statement: …`: all of a simple query.
    STATEMENT,
    /// Parts of one query of the extended protocol.
    PARSE,
    BIND,
    EXECUTE,
    /// More rows of a query that was executed before.
    FETCH,
    /// A plan of auto_explain.
    PLAN,
    /// A duration whose statement stands in another line, or nowhere.
    DURATION,
    /// `statement: …` before it is done (log_statement).
    TEXT,
    /// The same in the extended protocol: `execute …: …`.
    EXECUTE_TEXT,
    CONNECTED,
    DISCONNECTED,
    OTHER
  }

  private static final String DURATION = "duration: ";
  private static final int WORDS_OF_KIND = 40;
  private static final long NANOS_PER_MILLISECOND = 1_000_000;
  private static final int WHOLE_DIGITS = 11;
  private static final int FRACTION_DIGITS = 6;

  static Message of(String message) {
    int unit = message.startsWith(DURATION) ? message.indexOf(" ms") : -1;
    if (unit > 0) {
      // a number that was lost leaves one blank, which belongs to both words
      String duration = message.substring(Math.min(DURATION.length(), unit), unit);
      String rest = message.substring(unit + " ms".length()).stripLeading();
      return rest.isEmpty() ? new Message(Kind.DURATION, duration, "") : timed(duration, rest);
    }
    if (message.startsWith("statement: ")) {
      return new Message(Kind.TEXT, "", message.substring("statement: ".length()));
    }
    if (message.startsWith("execute ") && message.contains(": ")) {
      return new Message(Kind.EXECUTE_TEXT, "", afterName(message));
    }
    if (message.startsWith("connection received")) {
      return new Message(Kind.CONNECTED, "", message);
    }
    return message.startsWith("disconnection")
        ? new Message(Kind.DISCONNECTED, "", message)
        : new Message(Kind.OTHER, "", kindOf(message));
  }

  private static Message timed(String duration, String rest) {
    Kind kind =
        rest.startsWith("parse ")
            ? Kind.PARSE
            : rest.startsWith("bind ")
                ? Kind.BIND
                : rest.startsWith("execute fetch from ")
                    ? Kind.FETCH
                    : rest.startsWith("execute ")
                        ? Kind.EXECUTE
                        : rest.startsWith("plan:") ? Kind.PLAN : Kind.STATEMENT;
    return new Message(kind, duration, afterName(rest));
  }

  /// What follows the first colon: names of prepared statements contain none before a space.
  private static String afterName(String text) {
    int colon = text.indexOf(':');
    while (colon > 0
        && colon + 1 < text.length()
        && !Character.isWhitespace(text.charAt(colon + 1))) {
      colon = text.indexOf(':', colon + 1);
    }
    return colon < 0 ? text : text.substring(colon + 1).strip();
  }

  /// The beginning of a message, without what differs from one to the next.
  private static String kindOf(String message) {
    int end = 0;
    while (end < Math.min(message.length(), WORDS_OF_KIND)
        && (Character.isLetter(message.charAt(end)) || message.charAt(end) == ' ')) {
      end++;
    }
    String words = message.substring(0, end).strip();
    return words.isEmpty() ? "other" : words;
  }

  /// The duration; empty where it is not a number.
  Optional<Long> nanos() {
    int dot = duration.indexOf('.');
    String whole = dot < 0 ? duration : duration.substring(0, dot);
    String fraction = dot < 0 ? "" : duration.substring(dot + 1);
    boolean number =
        !whole.isEmpty()
            && whole.length() <= WHOLE_DIGITS
            && fraction.length() <= FRACTION_DIGITS
            && (whole + fraction).chars().allMatch(c -> c >= '0' && c <= '9');
    return number
        ? Optional.of(
            Long.parseLong(whole) * NANOS_PER_MILLISECOND
                + Long.parseLong((fraction + "000000").substring(0, FRACTION_DIGITS)))
        : Optional.empty();
  }
}
