package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  private final List<TailColumn> columns;

  private CombinedTail(List<TailColumn> columns) {
    this.columns = columns;
  }

  /// The most frequent tail of lines that begin as combined; empty where no line does.
  static Optional<CombinedTail> of(FirstLines sample) {
    Map<String, List<List<TailToken>>> shapes = new HashMap<>();
    List<List<TailToken>> best = List.of();
    Entry entry = new Entry();
    for (byte[] line : sample.lines()) {
      entry.clear();
      if (FIELDS_FIRST.scan(line, 0, line.length, entry) >= 0 && FirstLines.plausible(entry)) {
        List<TailToken> tokens = TailToken.split(tail(line));
        String shape = TailToken.shape(tokens);
        List<List<TailToken>> same = shapes.computeIfAbsent(shape, key -> new ArrayList<>());
        same.add(tokens);
        best = same.size() > best.size() ? same : best;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(new CombinedTail(columns(best)));
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
    return columns.stream().anyMatch(TailColumn::isDecimal);
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
  LinePattern pattern(boolean micros) {
    return micros ? ofMicros() : ofSeconds();
  }

  /// The pattern of such lines, times as nginx writes them: the first is the request's, the last
  /// the upstream's.
  private LinePattern ofSeconds() {
    List<TailColumn> times = columns.stream().filter(column -> column.isTime(columns)).toList();
    return pattern(
        column -> {
          int place = times.indexOf(column);
          return place < 0 ? Optional.empty() : Optional.of(timeFact(place, times.size()));
        });
  }

  private static Fact timeFact(int place, int count) {
    if (place == 0) {
      return Fact.SECONDS;
    }
    if (place == count - 1) {
      return Fact.UPSTREAM_RESPONSE;
    }
    return place == 1 ? Fact.UPSTREAM_CONNECT : Fact.UPSTREAM_HEADER;
  }

  /// The pattern of such lines, where a lone column of whole numbers is microseconds: Apache's `%D`
  /// and gunicorn's `%(D)s`. FieldNumbers that are all small could be seconds as well and stay
  /// unread.
  private LinePattern ofMicros() {
    Optional<TailColumn> lone = loneNumber().filter(TailColumn::looksLikeMicros);
    return pattern(column -> lone.filter(column::equals).map(found -> Fact.MICROS));
  }

  private Optional<TailColumn> loneNumber() {
    List<TailColumn> numbers = columns.stream().filter(TailColumn::isWhole).toList();
    return numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.empty();
  }

  private LinePattern pattern(Function<TailColumn, Optional<Fact>> times) {
    LinePattern.Builder builder = FormatSyntax.NGINX.begin(FIELDS);
    for (int i = 0; i < columns.size(); i++) {
      TailColumn column = columns.get(i);
      Optional<Fact> fact = times.apply(column).or(() -> column.fact(UsualNames.FIELDS));
      builder.text(column.first().before());
      String name = "field " + (i + 1);
      if (fact.isPresent() && fact.get().isList()) {
        builder.list(fact, name);
      } else {
        builder.field(fact, name);
      }
      builder.text(column.first().after());
    }
    return builder.build();
  }
}
