package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Lines of the W3C's extended log file format: a comment `#Fields:` names the fields of the lines
/// after it.
final class W3cLines implements LineFormat {
  private static final byte[] FIELDS = "#Fields:".getBytes(ISO_8859_1);

  private final Map<String, Fact> names;
  private final boolean encoded;
  private final DelimitedLine words;
  private List<Optional<Fact>> columns = List.of();
  private boolean local;

  /// @param names what the fields mean, in lower case
  /// @param separator a blank or a tab
  /// @param encoded whether texts are percent-encoded
  W3cLines(Map<String, Fact> names, char separator, boolean encoded) {
    this.names = names;
    this.encoded = encoded;
    words = new DelimitedLine(separator);
  }

  /// The names in the first header of a file, in lower case.
  static List<String> header(FirstLines sample) {
    for (byte[] line : sample.lines()) {
      if (FieldTexts.startsWith(line, 0, line.length, FIELDS)) {
        return header(line, 0, line.length);
      }
    }
    return List.of();
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
        fields(header(b, from, to));
      }
      return Kind.EMPTY;
    }
    if (columns.isEmpty()) {
      return Kind.of(into.refuse("no #Fields line stands before it"));
    }
    words.split(b, from, to);
    if (words.count() != columns.size()) {
      return Kind.of(
          into.refuse(
              "it has %d fields, but its header names %d"
                  .formatted(words.count(), columns.size())));
    }
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).isPresent()) {
        words.put(into, columns.get(i).get(), i);
      }
    }
    if (encoded) {
      into.put(Fact.USER_AGENT, PercentCode.decode(into.text(Fact.USER_AGENT)));
    } else {
      into.put(Fact.USER_AGENT, into.text(Fact.USER_AGENT).replace('+', ' '));
    }
    return Kind.of(time(into));
  }

  private void fields(List<String> header) {
    List<Optional<Fact>> found = new ArrayList<>();
    for (String name : header) {
      Fact fact = names.get(name);
      found.add(fact == null ? Optional.empty() : Optional.of(fact));
    }
    columns = found;
    local = header.contains("time-local");
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
