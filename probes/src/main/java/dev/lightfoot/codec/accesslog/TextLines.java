package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Lines of text and of JSON: a line that begins with a brace is JSON, where the format has it, any
/// other has the first pattern that fits.
final class TextLines implements LineFormat {
  private final @Nullable JsonLine json;
  private final Predicate<Entry> request;
  private final LinePattern[] patterns;
  private final boolean amongOthers;
  private final Consumer<Entry> completing;
  private final List<String> remarks;
  private final Optional<ChangedTails> changed;

  /// @param json with the units of all durations known
  /// @param patterns the most telling first; where there are none, text is about something else
  /// @param amongOthers whether text that does not begin as the first pattern does is, too
  /// @param remarks about what was assumed
  /// @param changed reads lines whose tail the first pattern does not know
  TextLines(
      Optional<Layout.Json> json,
      List<LinePattern> patterns,
      boolean amongOthers,
      List<String> remarks,
      Optional<ChangedTails> changed) {
    this.json = json.map(layout -> new JsonLine(layout.keys())).orElse(null);
    request = json.map(Layout.Json::request).orElse(_ -> false);
    completing = json.map(Layout.Json::completing).orElse(_ -> {});
    this.patterns = patterns.toArray(LinePattern[]::new);
    this.amongOthers = amongOthers;
    this.remarks = remarks;
    this.changed = changed;
  }

  /// Those of patterns alone.
  TextLines(List<LinePattern> patterns) {
    this(Optional.empty(), patterns, false, List.of(), Optional.empty());
  }

  @Override
  public Kind take(byte[] b, int from, int to, Entry into) {
    if (from == to) {
      return Kind.EMPTY;
    }
    if (json != null && b[from] == '{') {
      return object(json, b, from, to, into);
    }
    boolean other = patterns.length == 0 || (amongOthers && !patterns[0].begins(b, from, to));
    return other ? Kind.OTHER : text(b, from, to, into);
  }

  private Kind object(JsonLine json, byte[] b, int from, int to, Entry into) {
    if (!json.scan(b, from, to, into)) {
      return Kind.BAD;
    }
    completing.accept(into);
    return request.test(into) ? Kind.ENTRY : Kind.OTHER;
  }

  private Kind text(byte[] b, int from, int to, Entry into) {
    for (LinePattern pattern : patterns) {
      into.clear();
      int end = pattern.scan(b, from, to, into);
      if (end >= 0 && checks(into)) {
        if (changed.isPresent() && (pattern == CombinedTail.FIELDS_FIRST || end < to)) {
          otherwise(changed.get(), pattern, b, from, to, into);
        }
        return isConnection(into) ? Kind.OTHER : Kind.ENTRY;
      }
    }
    return ServerMessages.isOne(b, from, to) ? Kind.MESSAGE : Kind.BAD;
  }

  /// The fields behind the combined ones are not those of the file's first lines.
  private static void otherwise(
      ChangedTails changed, LinePattern known, byte[] b, int from, int to, Entry into) {
    if (!changed.scan(b, from, to, into) || !checks(into)) {
      into.clear();
      known.scan(b, from, to, into);
    }
  }

  /// Envoy writes a line for a connection of TCP, too: its request is `- - -`, its status 0.
  private static boolean isConnection(Entry into) {
    int from = into.from(Fact.STATUS);
    return into.to(Fact.STATUS) - from == 1
        && into.bytes(Fact.STATUS)[from] == '0'
        && !into.has(Fact.METHOD)
        && into.text(Fact.REQUEST).equals("- - -");
  }

  @Override
  public List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    changed.ifPresent(tails -> all.addAll(tails.remarks()));
    return all.stream().distinct().toList();
  }

  /// Any text could stand between two delimiters: some facts are words or numbers.
  private static boolean checks(Entry into) {
    if (FirstLines.blankIn(into, Fact.CLIENT)) {
      return into.refuse("something stands before the client's address");
    }
    boolean number =
        !into.has(Fact.BODY_BYTES) || FieldNumbers.whole(into, Fact.BODY_BYTES) != Entry.NONE;
    return number || into.refuse("the size of its body is not a number");
  }
}
