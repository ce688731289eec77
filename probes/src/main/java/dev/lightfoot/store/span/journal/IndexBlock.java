package dev.lightfoot.store.span.journal;

import dev.lightfoot.codec.text.TextCache;
import dev.lightfoot.store.span.SpanBytes;
import dev.lightfoot.store.span.SpanBytesReader;
import dev.lightfoot.store.span.Terms;
import dev.lightfoot.store.span.TraceId;
import dev.lightfoot.store.span.TraceSummary;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The rows of the traces that grew last in one segment, packed: in memory as in the segment's
/// index file. A row is known by where it begins.
final class IndexBlock {
  private final IndexDictionary dictionary;
  private final SpanBytes bytes;
  private final SpanBytesReader reader = new SpanBytesReader(new TextCache());

  /// The parts of a row that are kept in columns beside.
  record Key(TraceId id, int firstSegment, long began, long duration, boolean failed) {
    static Key of(TraceRow row) {
      TraceSummary summary = row.summary();
      return new Key(
          TraceId.of(row.id()),
          row.firstSegment(),
          summary.atUnixNanos(),
          summary.durationNanos(),
          summary.errors() > 0);
    }
  }

  IndexBlock() {
    this(new IndexDictionary(), new SpanBytes(1 << 12));
  }

  IndexBlock(IndexDictionary dictionary, SpanBytes bytes) {
    this.dictionary = dictionary;
    this.bytes = bytes;
  }

  IndexDictionary dictionary() {
    return dictionary;
  }

  SpanBytes bytes() {
    return bytes;
  }

  /// Appends a row.
  ///
  /// @return where it begins
  int add(TraceRow row) {
    int at = bytes.size();
    row.write(bytes, dictionary);
    return at;
  }

  /// Which terms satisfy each condition.
  List<BitSet> satisfying(List<Predicate<String>> conditions) {
    List<BitSet> found = new ArrayList<>();
    for (Predicate<String> condition : conditions) {
      BitSet terms = new BitSet();
      for (int i = 0; i < dictionary.terms().size(); i++) {
        terms.set(i, condition.test(dictionary.terms().get(i)));
      }
      found.add(terms);
    }
    return found;
  }

  /// How many spans came for it.
  int accepted(int at) {
    skipId(at);
    return (int) reader.readVarint();
  }

  private String skipId(int at) {
    return reader.from(bytes.array(), at).readByte() == 0 ? "" : reader.readText();
  }

  /// Whether some term of the row is in each of these.
  boolean satisfies(int at, List<BitSet> conditions) {
    skipId(at);
    for (int i = 0; i < 5; i++) {
      reader.readVarint();
    }
    int open = conditions.size();
    boolean[] held = new boolean[open];
    for (long left = reader.readVarint(); left > 0 && open > 0; left--) {
      int term = (int) reader.readVarint();
      for (int i = 0; i < held.length; i++) {
        if (!held[i] && conditions.get(i).get(term)) {
          held[i] = true;
          open--;
        }
      }
    }
    return open == 0;
  }

  TraceSummary summary(int at, Key key) {
    String named = skipId(at);
    reader.readVarint();
    int errors = (int) reader.readVarint();
    int spans = (int) reader.readVarint();
    long status = reader.readVarint();
    String[] root = Terms.parts(dictionary.terms().get((int) reader.readVarint()));
    return new TraceSummary(
        named.isEmpty() ? key.id().hex() : named,
        root[0],
        root[1],
        TraceRow.status(status),
        key.began(),
        key.duration(),
        spans,
        errors);
  }

  /// The whole row.
  TraceRow row(int at, Key key) {
    TraceSummary summary = summary(at, key);
    skipId(at);
    int accepted = (int) reader.readVarint();
    for (int i = 0; i < 3; i++) {
      reader.readVarint();
    }
    String root = dictionary.terms().get((int) reader.readVarint());
    Set<String> found = new LinkedHashSet<>();
    for (long left = reader.readVarint(); left > 0; left--) {
      found.add(dictionary.terms().get((int) reader.readVarint()));
    }
    return new TraceRow(
        summary.id(), key.firstSegment(), accepted, summary, root, found, places(at));
  }

  /// Where its spans lie.
  List<Long> places(int at) {
    skipId(at);
    for (int i = 0; i < 5; i++) {
      reader.readVarint();
    }
    for (long left = reader.readVarint(); left > 0; left--) {
      reader.readVarint();
    }
    int count = (int) reader.readVarint();
    List<Long> places = new ArrayList<>(count);
    long place = 0;
    for (int i = 0; i < count; i++) {
      place += reader.readVarint();
      places.add(place);
    }
    return places;
  }
}
