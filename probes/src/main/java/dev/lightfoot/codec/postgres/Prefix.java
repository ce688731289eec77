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

  /// What a prefix says; empty where it has no timestamp.
  static Optional<Prefix> of(String text, Optional<ZoneId> said) throws LogTime.UnknownZone {
    Optional<LogTime> found = LogTime.find(text, said);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PrefixParts parts = new PrefixParts();
    String rest = text.substring(0, found.get().start()) + ' ' + text.substring(found.get().end());
    // Amazon RDS: %t:%r:%u@%d:[%p]:
    String separators = text.startsWith(":", found.get().end()) ? SEPARATORS + ':' : SEPARATORS;
    int at = 0;
    while (at < rest.length()) {
      int end = at;
      while (end < rest.length() && separators.indexOf(rest.charAt(end)) < 0) {
        end++;
      }
      parts.take(rest.substring(at, end));
      at = end + 1;
    }
    return Optional.of(new Prefix(found.get(), parts.pid, parts.client()));
  }

  /// Collects the parts of one prefix, word by word.
  private static final class PrefixParts {
    private long pid;
    private String database = "";
    private String application = "";
    private String address = "";
    private String port = "";

    Client client() {
      return new Client(database, application, address, port);
    }

    void take(String raw) {
      String word = raw.endsWith(":") ? raw.substring(0, raw.length() - 1) : raw;
      int equals = word.indexOf('=');
      if (word.isEmpty()) {
        return;
      }
      if (equals > 0) {
        named(word.substring(0, equals), word.substring(equals + 1));
      } else if (word.indexOf('@') > 0) {
        userAtDatabase(word.substring(word.indexOf('@') + 1));
      } else if (word.equals("[local]")) {
        address = word;
      } else if (!process(word) && !peer(word)) {
        session(word);
      }
    }

    private void named(String name, String value) {
      String known = value.equals(UNKNOWN) ? "" : value;
      switch (name) {
        case "db", "database", "dbname" -> database = known;
        case "app", "application", "application_name" -> application = known;
        case "client", "host", "remote" -> {
          if (!peer(known)) {
            address = known;
          }
        }
        case "pid", "p", "process" -> process("[" + known + "]");
        default -> {}
      }
    }

    private void userAtDatabase(String text) {
      int slash = text.indexOf('/');
      String name = slash < 0 ? text : text.substring(0, slash);
      database = name.equals(UNKNOWN) ? "" : name;
      String rest = slash < 0 ? "" : text.substring(slash + 1);
      application = rest.equals(UNKNOWN) ? "" : rest;
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
      pid = pid == 0 ? Long.parseLong(word, start, end, 10) : pid;
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
      if (hex && pid == 0) {
        pid = Long.parseLong(word.substring(dot + 1), 16);
      }
    }
  }
}
