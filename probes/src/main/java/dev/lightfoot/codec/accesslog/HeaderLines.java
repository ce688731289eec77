package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lines of the W3C's extended log file format: a comment `#Fields:` names the fields of the lines
/// after it.
final class HeaderLines implements LineFormat {
  private static final byte[] FIELDS = "#Fields:".getBytes(ISO_8859_1);

  private final Layout.Headed layout;
  private final DelimitedLine fields;
  private List<Optional<Fact>> columns = List.of();
  private boolean local;

  HeaderLines(Layout.Headed layout) {
    this.layout = layout;
    fields = new DelimitedLine(layout.separator());
  }

  /// Whether the first header of a file is one of that layout.
  static boolean isOf(Layout.Headed layout, FirstLines first) {
    for (byte[] line : first.lines()) {
      if (FieldTexts.startsWith(line, 0, line.length, FIELDS)) {
        List<String> header = header(line, 0, line.length);
        return !Collections.disjoint(header, layout.anyOf())
            && Collections.disjoint(header, layout.noneOf());
      }
    }
    return false;
  }

  private static List<String> header(byte[] b, int from, int to) {
    String text =
        new String(b, from + FIELDS.length, to - from - FIELDS.length, ISO_8859_1).strip();
    return List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
  }

  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    if (from == to) {
      return Kind.EMPTY;
    }
    if (b[from] == '#') {
      if (FieldTexts.startsWith(b, from, to, FIELDS)) {
        List<String> header = header(b, from, to);
        columns = header.stream().map(layout.names()::fact).toList();
        local = header.contains("time-local");
      }
      return Kind.EMPTY;
    }
    if (columns.isEmpty()) {
      return Kind.of(into.refuse("no #Fields line stands before it"));
    }
    fields.split(b, from, to);
    if (fields.count() != columns.size()) {
      return Kind.of(
          into.refuse(
              "it has %d fields, but its header names %d"
                  .formatted(fields.count(), columns.size())));
    }
    fields.put(into, columns);
    into.put(Fact.USER_AGENT, layout.userAgent().apply(into.text(Fact.USER_AGENT)));
    return Kind.of(time(into));
  }

  private boolean time(Entry into) {
    if (!into.has(Fact.DATE) || !into.has(Fact.TIME_OF_DAY)) {
      return into.refuse("it says no date and time");
    }
    into.put(
        Fact.TIME, into.text(Fact.DATE) + ' ' + into.text(Fact.TIME_OF_DAY) + (local ? "" : "Z"));
    return true;
  }
}
