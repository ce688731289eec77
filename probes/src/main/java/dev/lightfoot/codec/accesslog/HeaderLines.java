package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lines of the W3C's extended log file format: a comment `#Fields:` names the fields of the lines
/// after it.
final class HeaderLines implements LineFormat {
  private static final byte[] FIELDS = "#Fields:".getBytes(ISO_8859_1);

  private static final byte[] DATE = "#Date:".getBytes(ISO_8859_1);
  private static final int DATE_LENGTH = 10;

  private final Layout.Headed layout;
  private final DelimitedLine fields;
  private final HeaderUnits units;
  private List<Optional<Fact>> columns = List.of();
  private boolean local;
  private String date = "";
  private String lastTime = "";

  HeaderLines(Layout.Headed layout, ReadSettings settings) {
    this.layout = layout;
    fields = new DelimitedLine(layout.separator());
    units = new HeaderUnits(settings);
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
      comment(b, from, to);
      return Kind.EMPTY;
    }
    if (columns.isEmpty()) {
      return Kind.of(into.refuse("no #Fields line stands before it"));
    }
    fields.split(b, from, to);
    if (fields.count() != columns.size()) {
      fields.splitAt(b, from, to, '\'');
    }
    if (fields.count() != columns.size()) {
      return Kind.of(
          into.refuse(
              "it has %d fields, but its header names %d"
                  .formatted(fields.count(), columns.size())));
    }
    fields.put(into, columns);
    into.put(Fact.USER_AGENT, layout.userAgent().apply(into.text(Fact.USER_AGENT)));
    duration(into);
    return Kind.of(time(into));
  }

  private void comment(byte[] b, int from, int to) {
    if (FieldTexts.startsWith(b, from, to, FIELDS)) {
      List<String> header = header(b, from, to);
      columns = header.stream().map(layout.names()::fact).toList();
      local = header.contains("time-local");
      units.header(header);
    } else if (FieldTexts.startsWith(b, from, to, DATE)) {
      String text = new String(b, from + DATE.length, to - from - DATE.length, ISO_8859_1).strip();
      date = text.substring(0, Math.min(DATE_LENGTH, text.length()));
      lastTime = "";
    } else {
      units.comment(b, from, to);
    }
  }

  private void duration(Entry into) {
    if (into.has(Fact.OF_UNKNOWN_UNIT)) {
      byte[] b = into.bytes(Fact.OF_UNKNOWN_UNIT);
      int from = into.from(Fact.OF_UNKNOWN_UNIT);
      int to = into.to(Fact.OF_UNKNOWN_UNIT);
      into.put(KeyUnits.fact(units.of(b, from, to)), b, from, to);
    }
  }

  private boolean time(Entry into) {
    if (!into.has(Fact.TIME_OF_DAY) || (!into.has(Fact.DATE) && date.isEmpty())) {
      return into.refuse("it says no date and time");
    }
    String timeOfDay = into.text(Fact.TIME_OF_DAY);
    String day = into.has(Fact.DATE) ? into.text(Fact.DATE) : dayOf(timeOfDay);
    into.put(Fact.TIME, day + ' ' + timeOfDay + (local ? "" : "Z"));
    return true;
  }

  /// The day of a time without one: that of the last `#Date`, and the next once the clock begins
  /// anew.
  private String dayOf(String timeOfDay) {
    boolean anew = timeOfDay.startsWith("0") && lastTime.startsWith("2");
    lastTime = timeOfDay;
    if (anew) {
      try {
        date = LocalDate.parse(date).plusDays(1).toString();
      } catch (DateTimeException e) {
        date = "";
      }
    }
    return date;
  }

  @Override
  public List<String> remarks() {
    return units.remarks();
  }
}
