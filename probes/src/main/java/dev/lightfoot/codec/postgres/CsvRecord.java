package dev.lightfoot.codec.postgres;

import java.util.ArrayList;
import java.util.List;

/// A record of comma-separated values (RFC 4180) that may take several lines, taken apart strictly
/// while its lines come in.
final class CsvRecord {
  /// How far it has come.
  enum State {
    /// A quoted field goes on in the next line.
    OPEN,
    COMPLETE,
    /// Something stands between a closing quotation mark and the comma.
    BROKEN
  }

  private final List<String> fields = new ArrayList<>();
  private final StringBuilder field = new StringBuilder();
  private boolean quoted;
  private int length;

  /// Takes the next line.
  State line(String line) {
    length += line.length();
    int at = 0;
    if (quoted) {
      field.append('\n');
    } else {
      at = begin(line, 0);
    }
    while (true) {
      if (quoted) {
        at = inside(line, at);
        if (quoted) {
          return State.OPEN;
        }
        if (at < line.length() && line.charAt(at) != ',') {
          return State.BROKEN;
        }
      } else {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        field.append(line, at, end);
        at = end;
      }
      fields.add(field.toString());
      field.setLength(0);
      if (at >= line.length()) {
        return State.COMPLETE;
      }
      at = begin(line, at + 1);
    }
  }

  private int begin(String line, int at) {
    quoted = at < line.length() && line.charAt(at) == '"';
    return quoted ? at + 1 : at;
  }

  /// Reads on in a quoted field; returns where it stopped.
  private int inside(String line, int from) {
    int at = from;
    while (at < line.length()) {
      int quote = line.indexOf('"', at);
      if (quote < 0) {
        break;
      }
      field.append(line, at, quote);
      if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
        field.append('"');
        at = quote + 2;
      } else {
        quoted = false;
        return quote + 1;
      }
    }
    field.append(line, at, line.length());
    return line.length();
  }

  List<String> fields() {
    return fields;
  }

  /// Characters taken so far.
  int length() {
    return length;
  }
}
