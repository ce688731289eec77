package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.postgres.LogEntry.Client;
import java.time.ZoneId;
import java.util.Optional;

/// What stands before a message of the stderr log (`log_line_prefix`). Its form is not recorded,
/// but its parts can be recognised by their looks: a timestamp (`%t`, `%m`, `%n`), a process
/// (`[%p]`, `[%p-%l]`, `pid=%p`, or the second half of `%c`), `user@database/application`,
/// `db=…,app=…,client=…`, an address with or without its port (`%r`, `%h`).
///
/// @param time its timestamp
/// @param pid 0 where there is none
record Prefix(LogTime time, long pid, Client client) {
  private static final String SEPARATORS = " ,;|";
  private static final int PID_DIGITS = 10;
  private static final String UNKNOWN = "[unknown]";
  private static final long SECOND = 1_000_000_000;

  /// What a prefix says; empty where neither it nor the line's head has a time.
  static Optional<Prefix> of(String text, Optional<ZoneId> said, HeadedLine head)
      throws LogTime.UnknownZone {
    Optional<LogTime> found = LogTime.find(text, said, head.collectedNanos());
    if (found.isEmpty() && head.collectedNanos().isEmpty()) {
      return Optional.empty();
    }
    LogTime time =
        found.orElseGet(() -> new LogTime(head.collectedNanos().getAsLong(), SECOND, 0, 0));
    PrefixParts parts = new PrefixParts(head.pid());
    String rest = text.substring(0, time.start()) + ' ' + text.substring(time.end());
    // Amazon RDS: %t:%r:%u@%d:[%p]:
    String separators = text.startsWith(":", time.end()) ? SEPARATORS + ':' : SEPARATORS;
    int at = 0;
    while (at < rest.length()) {
      int end = wordEnd(rest, at, separators);
      parts.take(rest.substring(at, end));
      if (end < rest.length() && rest.charAt(end) != ' ') {
        parts.separated();
      }
      at = end + 1;
    }
    return Optional.of(new Prefix(time, parts.pid(), parts.client()));
  }

  /// A value in quotes may hold blanks.
  private static int wordEnd(String text, int from, String separators) {
    int end = from;
    while (end < text.length() && separators.indexOf(text.charAt(end)) < 0) {
      boolean quoted = text.startsWith("=\"", end);
      int close = quoted ? text.indexOf('"', end + 2) : -1;
      end = close < 0 ? end + 1 : close + 1;
    }
    return end;
  }

  /// Collects the parts of one prefix, word by word. Of the numbers that may be the process the
  /// surest counts: one with a name, that of syslog's head, one in brackets, one by itself. Names
  /// of applications have blanks and numbers, too (`shop@shop/worker 3`).
  private static final class PrefixParts {
    private static final int NAMED = 0;
    private static final int HEAD = 1;
    private static final int BRACKETED = 2;
    private static final int ALONE = 3;
    private static final int SESSION = 4;
    private static final int BEHIND_APPLICATION = 5;

    private final long[] pids = new long[6];
    private String database = "";
    private String application = "";
    private String address = "";
    private String port = "";
    private boolean inApplication;
    private boolean valueFollows;

    PrefixParts(long pid) {
      pids[HEAD] = pid;
    }

    Client client() {
      return new Client(database, application, address, port);
    }

    long pid() {
      for (long pid : pids) {
        if (pid > 0) {
          return pid;
        }
      }
      return 0;
    }

    /// A comma, or another mark that is not a blank.
    void separated() {
      inApplication = false;
      valueFollows = false;
    }

    void take(String raw) {
      String word = raw.endsWith(":") ? raw.substring(0, raw.length() - 1) : raw;
      int equals = word.indexOf('=');
      if (word.isEmpty()) {
        return;
      }
      if (valueFollows || word.equals("=")) {
        valueFollows = !valueFollows;
      } else if (equals > 0) {
        String name = word.substring(0, equals);
        named(name, unquoted(word.substring(equals + 1)));
      } else if (word.indexOf('@') > 0) {
        userAtDatabase(word.substring(word.indexOf('@') + 1));
      } else if (word.equals("[local]")) {
        address = word;
      } else if (!process(word) && !peer(word)) {
        session(word);
      }
    }

    private static String unquoted(String value) {
      boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
      return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private void named(String name, String value) {
      String known = value.equals(UNKNOWN) ? "" : value;
      inApplication = false;
      switch (name) {
        case "db", "database", "dbname" -> database = known;
        case "app", "application", "application_name" -> {
          application = known;
          inApplication = true;
        }
        case "client", "host", "remote", "connection_source" -> {
          if (!peer(known)) {
            address = known;
          }
        }
        case "pid", "p", "process" -> pids[NAMED] = PostgresJsonReader.number(digitsOf(known));
        default -> {}
      }
    }

    /// `[25516-3]` as `25516`.
    private static String digitsOf(String value) {
      String inner = value.startsWith("[") ? value.substring(1) : value;
      int end = 0;
      while (end < inner.length() && Character.isDigit(inner.charAt(end))) {
        end++;
      }
      return inner.substring(0, end);
    }

    private void userAtDatabase(String text) {
      int slash = text.indexOf('/');
      String name = slash < 0 ? text : text.substring(0, slash);
      database = name.equals(UNKNOWN) ? "" : name;
      String rest = slash < 0 ? "" : text.substring(slash + 1);
      application = rest.equals(UNKNOWN) ? "" : rest;
      inApplication = slash >= 0;
    }

    /// `[25516]`, `[25516-3]`, `(25516)`, `25516`; the first counts, what follows is a line number.
    private boolean process(String word) {
      boolean bracketed = word.startsWith("[") || word.startsWith("(");
      int start = bracketed ? 1 : 0;
      int end = start;
      while (end < word.length() && Character.isDigit(word.charAt(end))) {
        end++;
      }
      boolean number = end > start && end - start <= PID_DIGITS;
      boolean closed =
          bracketed
              ? end < word.length() && "])-".indexOf(word.charAt(end)) >= 0
              : end == word.length();
      if (!number || !closed) {
        return false;
      }
      long pid = Long.parseLong(word, start, end, 10);
      if (inApplication && !bracketed) {
        pids[BEHIND_APPLICATION] = pid;
      } else {
        int place = bracketed ? BRACKETED : ALONE;
        pids[place] = pids[place] == 0 ? pid : pids[place];
      }
      return true;
    }

    /// `10.77.3.1(40438)`, `10.77.3.1:40438`, `10.77.3.1`, `fe80::1(5)`.
    private boolean peer(String word) {
      int bracket = word.indexOf('(');
      boolean withPort = bracket > 0 && word.endsWith(")");
      String host = withPort ? word.substring(0, bracket) : word;
      String after = withPort ? word.substring(bracket + 1, word.length() - 1) : "";
      int colon = host.lastIndexOf(':');
      if (!withPort && colon > 0 && host.indexOf(':') == colon) {
        after = host.substring(colon + 1);
        host = host.substring(0, colon);
      }
      if (!withPort && !isAddress(host)) {
        return false;
      }
      address = host;
      port = after.chars().allMatch(Character::isDigit) ? after : "";
      return true;
    }

    private static boolean isAddress(String text) {
      long dots = text.chars().filter(c -> c == '.').count();
      long colons = text.chars().filter(c -> c == ':').count();
      boolean four = dots == 3 && text.chars().allMatch(c -> c == '.' || Character.isDigit(c));
      boolean six =
          colons >= 2 && text.chars().allMatch(c -> c == ':' || Character.digit(c, 16) >= 0);
      return four || six;
    }

    /// `6b045b6d.63ac`: start of the session and process, both hexadecimal.
    private void session(String word) {
      int dot = word.indexOf('.');
      boolean hex =
          dot == 8
              && word.length() > dot + 1
              && word.length() <= dot + 8
              && word.chars().allMatch(c -> c == '.' || Character.digit(c, 16) >= 0)
              && word.lastIndexOf('.') == dot;
      if (hex && pids[SESSION] == 0) {
        pids[SESSION] = Long.parseLong(word.substring(dot + 1), 16);
      }
    }
  }
}
