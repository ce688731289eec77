package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import dev.lightfoot.codec.accesslog.entry.FieldNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What stands behind the combined format's fields on each line of a file: columns with a key
/// (`rt=0.012`), in brackets, in quotes or bare.
final class CombinedTail {
  /// nginx's, and with it Apache's and gunicorn's, most common format.
  static final String FIELDS =
      "$remote_addr - $remote_user [$time_local] \"$request\" $status $body_bytes_sent"
          + " \"$http_referer\" \"$http_user_agent\"";

  /// Those fields, whatever follows them.
  static final LinePattern FIELDS_FIRST = FormatSyntax.NGINX.begin(FIELDS).open().build();

  private static final int MOST_COLUMNS = 40;

  /// Longer than the head of nearly every answer, in bytes.
  private static final long LONGEST_HEAD = 4096;

  private static final String MICROS_ASSUMED =
      "The number behind the combined fields is taken for microseconds, as Apache and Tomcat 10"
          + " write %D; nothing in the file says its unit, and Tomcat before counts milliseconds."
          + " --log-format says what it is, such as --log-format '%h %l %u %t \"%r\" %>s %b"
          + " \"%{Referer}i\" \"%{User-Agent}i\" %{ms}T'.";

  private final List<TailColumn> columns;
  private final List<Long> bodies;

  /// A line's tail, and how large its body was.
  private record Row(List<TailToken> tokens, long body) {}

  /// The pattern of a tail, and sentences about what was assumed of it.
  record Choice(LinePattern pattern, List<String> remarks) {}

  private CombinedTail(List<Row> rows) {
    columns = columns(rows.stream().map(Row::tokens).toList());
    bodies = rows.stream().map(Row::body).toList();
  }

  /// The most frequent tail of lines that begin as combined; empty where no line does.
  static Optional<CombinedTail> of(FirstLines sample) {
    Map<String, List<Row>> shapes = new HashMap<>();
    List<Row> best = List.of();
    Entry entry = new Entry();
    for (byte[] line : sample.lines()) {
      entry.clear();
      if (FIELDS_FIRST.scan(line, 0, line.length, entry) >= 0 && FirstLines.plausible(entry)) {
        List<TailToken> tokens = TailToken.split(tail(line));
        String shape = TailToken.shape(tokens);
        List<Row> same = shapes.computeIfAbsent(shape, key -> new ArrayList<>());
        same.add(new Row(tokens, FieldNumbers.whole(entry, Fact.BODY_BYTES)));
        best = same.size() > best.size() ? same : best;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(new CombinedTail(best));
  }

  /// What lines whose tails are laid out alike have in common.
  static String shape(byte[] line) {
    return TailToken.shape(TailToken.split(tail(line)));
  }

  /// What follows the sixth quote that no backslash hides.
  private static String tail(byte[] line) {
    int quotes = 0;
    int i = 0;
    while (i < line.length && quotes < 6) {
      if (line[i] == '\\') {
        i++;
      } else if (line[i] == '"') {
        quotes++;
        // A quote before the time belongs to the user's name.
        quotes = quotes == 1 && !afterTime(line, i) ? 0 : quotes;
      }
      i++;
    }
    return new String(line, i, Math.max(0, line.length - i), ISO_8859_1);
  }

  private static boolean afterTime(byte[] line, int quote) {
    return quote > 2 && line[quote - 1] == ' ' && line[quote - 2] == ']';
  }

  private static List<TailColumn> columns(List<List<TailToken>> rows) {
    List<TailColumn> columns = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST_COLUMNS, rows.getFirst().size()); i++) {
      int column = i;
      columns.add(
          new TailColumn(
              rows.getFirst().get(i), rows.stream().map(row -> row.get(column).value()).toList()));
    }
    return columns;
  }

  /// Whether there are columns of seconds with decimals, as nginx writes times.
  boolean hasDecimals() {
    return new TailTimes(columns).any();
  }

  /// Whether a column without a key has whole numbers, as Apache and gunicorn write times.
  boolean hasWholeNumber() {
    return columns.stream().anyMatch(TailColumn::isWhole);
  }

  boolean hasKey(String key) {
    return columns.stream().anyMatch(column -> column.first().key().equals(key));
  }

  /// The pattern of such lines.
  ///
  /// @param micros whether a lone whole number is microseconds, and not decimals seconds
  /// @param said whether the format says that it is
  Choice choice(boolean micros, boolean said, ReadSettings settings) {
    KeyUnits units = new KeyUnits(settings);
    List<String> remarks = new ArrayList<>();
    Map<Integer, Fact> facts = new HashMap<>();
    if (micros) {
      lone().ifPresent(place -> facts.put(place, Fact.MICROS));
      if (!facts.isEmpty() && !said) {
        remarks.add(MICROS_ASSUMED);
      }
    } else {
      new TailTimes(columns).facts(facts, remarks);
    }
    for (int i = 0; i < columns.size(); i++) {
      if (!facts.containsKey(i)) {
        int place = i;
        keyed(columns.get(i), units).ifPresent(fact -> facts.put(place, fact));
      }
    }
    LinePattern pattern = pattern(facts);
    remarks.addAll(units.remarks());
    return new Choice(pattern, List.copyOf(remarks));
  }

  /// The pattern of such lines, of which nothing is taken but ids.
  Choice idsAlone() {
    Map<Integer, Fact> facts = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      int place = i;
      columns
          .get(i)
          .fact(UsualNames.FIELDS)
          .filter(Fact::isId)
          .ifPresent(fact -> facts.put(place, fact));
    }
    return new Choice(pattern(facts), List.of());
  }

  private static Optional<Fact> keyed(TailColumn column, KeyUnits units) {
    String key = column.first().key();
    Optional<Fact> known = column.fact(UsualNames.FIELDS);
    return key.isEmpty() ? known : units.resolve(key, known, column.known());
  }

  /// A lone column of whole numbers that may be microseconds: Apache's `%D` and gunicorn's `%(D)s`.
  /// Numbers that are all small could be seconds as well, one number on all lines is no time, nor
  /// is one that the body's size explains.
  private Optional<Integer> lone() {
    List<Integer> places =
        IntStream.range(0, columns.size()).filter(i -> columns.get(i).isWhole()).boxed().toList();
    if (places.size() != 1) {
      return Optional.empty();
    }
    TailColumn column = columns.get(places.getFirst());
    boolean time = column.looksLikeMicros() && !column.isConstant() && !isSize(column);
    return time ? Optional.of(places.getFirst()) : Optional.empty();
  }

  /// Whether a column is the size of the whole answer on all lines: body and head.
  private boolean isSize(TailColumn column) {
    boolean all = bodies.size() >= TailColumn.ENOUGH;
    for (int i = 0; i < bodies.size(); i++) {
      String value = column.values().get(i);
      long head = TailColumn.digits(value) ? Long.parseLong(value) - bodies.get(i) : -1;
      all &= bodies.get(i) > 0 && head >= 0 && head <= LONGEST_HEAD;
    }
    return all;
  }

  private LinePattern pattern(Map<Integer, Fact> facts) {
    LinePattern.Builder builder = FormatSyntax.NGINX.begin(FIELDS);
    for (int i = 0; i < columns.size(); i++) {
      TailColumn column = columns.get(i);
      builder.text(column.first().before());
      builder.list(Optional.ofNullable(facts.get(i)), "field " + (i + 1));
      builder.text(column.first().after());
    }
    return builder.more().build();
  }
}
