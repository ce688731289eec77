package dev.lightfoot.store.span;

import dev.lightfoot.model.Layer;
import dev.lightfoot.model.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.duckdb.DuckDBAppender;

/// What of the spans must be found and counted fast, in columns. A trace is added whole; one that
/// grows is taken out and added again. For one thread at a time.
final class SpanIndex {
  private final IndexDatabase database;
  private int nextNo;

  SpanIndex(IndexDatabase database) {
    this.database = database;
  }

  /// A trace that is in the index.
  ///
  /// @param no its number here
  /// @param first segment in which its first span lies
  /// @param raw how many spans were accepted for it, repeated ones counted each time
  record Known(int no, int first, int raw) {}

  /// A trace to add.
  ///
  /// @param places of the shape's spans in the journal
  @SuppressWarnings("ArrayRecordComponent") // made here, read once
  record Grown(TraceShape shape, long[] places, int first, int raw) {}

  /// Those of these traces that are there.
  Map<String, Known> known(Collection<String> ids) throws SQLException {
    database.execute("DELETE FROM wanted");
    try (DuckDBAppender wanted = database.appender("wanted")) {
      for (String id : ids) {
        wanted.beginRow().append(id).endRow();
      }
    }
    Map<String, Known> found = new HashMap<>();
    database.rows(
        "SELECT id, no, first, raw FROM traces SEMI JOIN wanted USING (id)",
        List.of(),
        row -> found.put(row.getString(1), new Known(row.getInt(2), row.getInt(3), row.getInt(4))));
    return found;
  }

  /// Where the spans of that trace lie.
  List<Long> places(int no) throws SQLException {
    return database.rows(
        "SELECT place FROM spans WHERE trace = ? ORDER BY place",
        List.of(no),
        row -> row.getLong(1));
  }

  /// Takes traces out, and says where their spans lie.
  Map<Integer, List<Long>> takeOut(Collection<Integer> numbers) throws SQLException {
    Map<Integer, List<Long>> places = new HashMap<>();
    if (numbers.isEmpty()) {
      return places;
    }
    name(numbers);
    database.rows(
        "SELECT trace, place FROM spans WHERE trace IN (SELECT no FROM gone)",
        List.of(),
        row -> places.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(row.getLong(2)));
    removeNamed();
    return places;
  }

  /// Takes traces out.
  void remove(Collection<Integer> numbers) throws SQLException {
    if (numbers.isEmpty()) {
      return;
    }
    name(numbers);
    removeNamed();
  }

  private void name(Collection<Integer> numbers) throws SQLException {
    database.execute("DELETE FROM gone");
    try (DuckDBAppender gone = database.appender("gone")) {
      for (int no : numbers) {
        gone.beginRow().append(no).endRow();
      }
    }
  }

  private void removeNamed() throws SQLException {
    for (String table : List.of("spans", "requests", "trips")) {
      database.execute("DELETE FROM " + table + " WHERE trace IN (SELECT no FROM gone)");
    }
    database.execute("DELETE FROM traces WHERE no IN (SELECT no FROM gone)");
  }

  /// Adds traces that are not there.
  void add(List<Grown> grown) throws SQLException {
    int no = nextNo;
    try (DuckDBAppender traces = database.appender("traces");
        DuckDBAppender spans = database.appender("spans");
        DuckDBAppender requests = database.appender("requests");
        DuckDBAppender trips = database.appender("trips")) {
      for (Grown each : grown) {
        addTrace(traces, no, each);
        for (int i = 0; i < each.shape().spans().size(); i++) {
          addSpan(spans, no, each, i);
          if (each.shape().isEntry(i)) {
            addRequest(requests, no, each.shape(), i);
          }
        }
        addTrips(trips, no, each.shape());
        no++;
      }
    }
    nextNo = no;
  }

  private static void addTrace(DuckDBAppender row, int no, Grown grown) throws SQLException {
    TraceSummary summary = grown.shape().summary();
    row.beginRow();
    row.append(no).append(summary.id()).append(summary.service()).append(summary.name());
    append(row, summary.status());
    row.append(summary.atUnixNanos()).append(summary.durationNanos());
    row.append(summary.spans()).append(summary.errors());
    for (Layer layer : List.of(Layer.DATABASE, Layer.CACHE, Layer.EXTERNAL)) {
      row.append(summary.trips().getOrDefault(layer, 0L));
    }
    row.append(grown.first()).append(grown.raw());
    row.endRow();
  }

  private static void addSpan(DuckDBAppender row, int no, Grown grown, int position)
      throws SQLException {
    TraceShape shape = grown.shape();
    Span span = shape.spans().get(position);
    row.beginRow();
    row.append(no).append(grown.places()[position]);
    row.append(shape.service(position)).append(span.name());
    row.append(Codes.LAYERS.of(span.layer()));
    append(row, span.time().duration());
    row.append(shape.selfNanos(position)).append(span.status().isError());
    row.append(SpanText.of(span));
    row.endRow();
  }

  private static void addRequest(DuckDBAppender row, int no, TraceShape shape, int position)
      throws SQLException {
    Span span = shape.spans().get(position);
    row.beginRow();
    row.append(no).append(shape.service(position)).append(shape.route(position));
    row.append(Codes.LAYERS.of(span.layer()));
    append(row, span.time().duration());
    row.append(shape.selfNanos(position)).append(span.status().isError());
    append(row, shape.status(position));
    row.endRow();
  }

  /// Whose calls these were; equal calls (fifty lookups of one view) are one row.
  private record Calls(Layer layer, int caller, int entry) {}

  private static void addTrips(DuckDBAppender row, int no, TraceShape shape) throws SQLException {
    Map<Calls, Long> sums = new HashMap<>();
    for (int i = 0; i < shape.spans().size(); i++) {
      if (shape.trips(i) > 0) {
        Layer layer = shape.spans().get(i).layer();
        sums.merge(new Calls(layer, shape.parent(i), shape.entry(i)), shape.trips(i), Long::sum);
      }
    }
    for (Map.Entry<Calls, Long> each : sums.entrySet()) {
      Calls calls = each.getKey();
      row.beginRow();
      row.append(no).append(Codes.LAYERS.of(calls.layer())).append(each.getValue());
      if (calls.caller() < 0) {
        row.appendNull().appendNull().appendNull();
      } else {
        Span caller = shape.spans().get(calls.caller());
        row.append(shape.service(calls.caller())).append(caller.name());
        row.append(Codes.LAYERS.of(caller.layer()));
      }
      row.append(shape.service(calls.entry())).append(shape.route(calls.entry()));
      row.append(Codes.LAYERS.of(shape.spans().get(calls.entry()).layer()));
      row.endRow();
    }
  }

  private static void append(DuckDBAppender row, OptionalInt value) throws SQLException {
    if (value.isPresent()) {
      row.append(value.getAsInt());
    } else {
      row.appendNull();
    }
  }

  private static void append(DuckDBAppender row, OptionalLong value) throws SQLException {
    if (value.isPresent()) {
      row.append(value.getAsLong());
    } else {
      row.appendNull();
    }
  }

  /// Traces that began in that segment.
  ///
  /// @param numbers of all of them
  /// @param dropped how many spans were accepted for them
  /// @param elsewhere ids of those that have spans in later segments
  record Oldest(List<Integer> numbers, long dropped, List<String> elsewhere) {}

  Oldest beganIn(int segment) throws SQLException {
    List<Integer> numbers = new ArrayList<>();
    List<Long> raw = new ArrayList<>();
    database.rows(
        "SELECT no, raw FROM traces WHERE first <= ?",
        List.of(segment),
        row -> numbers.add(row.getInt(1)) && raw.add(row.getLong(2)));
    List<String> elsewhere =
        database.rows(
            "SELECT DISTINCT t.id FROM traces t JOIN spans s ON s.trace = t.no"
                + " WHERE t.first <= ? AND s.place >= ?",
            List.of(segment, Journal.place(segment + 1, 0)),
            row -> row.getString(1));
    return new Oldest(numbers, raw.stream().mapToLong(Long::longValue).sum(), elsewhere);
  }

  /// How many spans were accepted for the traces that are there.
  long raw() throws SQLException {
    return database
        .rows("SELECT coalesce(sum(raw), 0)::BIGINT FROM traces", List.of(), row -> row.getLong(1))
        .getFirst();
  }
}
