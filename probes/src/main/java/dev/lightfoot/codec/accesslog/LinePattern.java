package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The fields of a line and the text between them. Read from left to right: a field ends where the
/// text after it first begins, so a line costs its length, whatever stands in it.
final class LinePattern {
  /// A field and the text after it.
  ///
  /// @param fact what it says; empty where nothing of interest
  /// @param name as its server calls it
  /// @param quoted whether it stands in quotes, so that a backslash hides a quote
  /// @param list whether it can hold several values: `0.1, 0.2 : 0.3`
  /// @param word whether it ends at a blank where no text is known behind it
  /// @param after the text after it; empty at the end of the line
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Field(
      Optional<Fact> fact, String name, boolean quoted, boolean list, boolean word, byte[] after) {}

  private final byte[] before;
  private final Field[] fields;
  private final boolean open;

  private LinePattern(Builder builder) {
    before = builder.before.toString().getBytes(UTF_8);
    fields = builder.fields.toArray(Field[]::new);
    open = builder.open;
  }

  /// Whether a line begins with the text before the first field.
  boolean begins(byte[] b, int from, int to) {
    return FieldTexts.startsWith(b, from, to, before);
  }

  /// Finds the facts of a line.
  ///
  /// @return where its last field and the text after that end; -1, and why, where the line is not
  ///   of this pattern
  int scan(byte[] b, int from, int to, Entry into) {
    if (!begins(b, from, to)) {
      return refuse(into, "it does not begin as the format does");
    }
    int at = from + before.length;
    for (Field field : fields) {
      int end = end(field, b, at, to);
      if (end < 0) {
        return refuse(into, "it ends within or before " + field.name);
      }
      if (field.fact.isPresent()) {
        note(field, b, at, end, into);
      }
      at = end + field.after.length;
    }
    return open || at == to ? at : refuse(into, "it goes on after its last field");
  }

  private static int refuse(Entry into, String reason) {
    into.refuse(reason);
    return -1;
  }

  private static void note(Field field, byte[] b, int from, int to, Entry into) {
    Fact fact = field.fact.orElseThrow();
    for (int i = from; i < to; i++) {
      if (b[i] == '\\') {
        into.putEscaped(fact, b, from, to);
        return;
      }
    }
    into.put(fact, b, from, to);
  }

  private static int end(Field field, byte[] b, int from, int to) {
    byte[] after = field.after;
    if (after.length == 0) {
      return field.word ? wordEnd(field, b, from, to) : to;
    }
    byte first = after[0];
    for (int i = from; i < to; i++) {
      byte c = b[i];
      if (c == first
          && FieldTexts.startsWith(b, i, to, after)
          && !(field.list && goesOn(b, from, i, to))) {
        return i;
      }
      if (c == '\\' && field.quoted) {
        i++;
      }
    }
    return -1;
  }

  /// Where the last field ends: what a server writes behind it is not known.
  private static int wordEnd(Field field, byte[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      if (b[i] == ' ' && !(field.list && goesOn(b, from, i, to))) {
        return i;
      }
    }
    return to;
  }

  /// Whether the blank there stands between two values of one list.
  private static boolean goesOn(byte[] b, int from, int i, int to) {
    boolean afterComma = i > from && b[i - 1] == ',';
    boolean beforeColon = i + 2 < to && b[i + 1] == ':' && b[i + 2] == ' ';
    boolean afterColon = i > from + 1 && b[i - 1] == ':' && b[i - 2] == ' ';
    return afterComma || beforeColon || afterColon;
  }

  /// Collects texts and fields in their order.
  static final class Builder {
    private final StringBuilder before = new StringBuilder();
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Optional<Fact> fact = Optional.empty();
    private String name = "";
    private boolean quoted;
    private boolean list;
    private boolean open;
    private boolean more;

    Builder text(String more) {
      (name.isEmpty() ? before : text).append(more);
      return this;
    }

    /// @param name as its server calls it
    /// @throws IllegalArgumentException where it follows a field with nothing between
    Builder field(Optional<Fact> fact, String name) {
      return field(fact, name, false);
    }

    /// One that can hold a list, unless it stands in quotes.
    Builder list(Optional<Fact> fact, String name) {
      return field(fact, name, true);
    }

    private Builder field(Optional<Fact> fact, String name, boolean list) {
      if (!this.name.isEmpty() && text.isEmpty()) {
        throw new IllegalArgumentException(
            "In the format, nothing stands between %s and %s, so a line cannot be taken apart there."
                .formatted(this.name, name));
      }
      StringBuilder preceding = this.name.isEmpty() ? before : text;
      boolean opens = !preceding.isEmpty() && preceding.charAt(preceding.length() - 1) == '"';
      close();
      this.fact = fact;
      this.name = name;
      quoted = opens;
      this.list = list;
      return this;
    }

    private void close() {
      if (!name.isEmpty()) {
        boolean word = more && !quoted && fact.filter(Fact::isWord).isPresent();
        fields.add(
            new Field(fact, name, quoted, list && !quoted, word, text.toString().getBytes(UTF_8)));
        text.setLength(0);
      }
    }

    /// Lets a line go on after the last field.
    Builder open() {
      open = true;
      return this;
    }

    /// The same behind a blank: a last field that is one word ends there.
    Builder more() {
      more = true;
      return open();
    }

    /// @throws IllegalArgumentException where there is no field
    LinePattern build() {
      close();
      if (fields.isEmpty()) {
        throw new IllegalArgumentException(
            "The format string names no field: those of nginx begin with $, of Apache and gunicorn"
                + " with %.");
      }
      return new LinePattern(this);
    }
  }
}
