package dev.lightfoot.store.span;

import dev.lightfoot.model.Layer;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The questions of [SpanStore] to the index. All statements are ours; what people type is only
/// ever a parameter.
final class IndexQueries {
  /// Rows of which percentiles are exact.
  private static final long MOST_EXACT = 2_000_000;

  private final IndexDatabase database;

  IndexQueries(IndexDatabase database) {
    this.database = database;
  }

  List<TraceSummary> traces(
      TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit)
      throws SQLException {
    String key = order == TraceOrder.NEWEST ? "began" : "duration";
    TraceCondition where = new TraceCondition(filter);
    after.ifPresent(
        last ->
            where.and(
                "(%1$s < ? OR (%1$s = ? AND id < ?))".formatted(key),
                last.key(),
                last.key(),
                last.id()));
    return database.rows(
        """
        SELECT id, service, name, status, began, duration, spans, errors, database, cache, external
        FROM traces WHERE %s ORDER BY %s DESC, id DESC LIMIT %d\
        """
            .formatted(where.sql(), key, limit),
        where.parameters(),
        IndexQueries::summary);
  }

  private static TraceSummary summary(ResultSet row) throws SQLException {
    int status = row.getInt(4);
    OptionalInt known = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(status);
    Map<Layer, Long> trips = new EnumMap<>(Layer.class);
    putUnlessZero(trips, Layer.DATABASE, row.getLong(9));
    putUnlessZero(trips, Layer.CACHE, row.getLong(10));
    putUnlessZero(trips, Layer.EXTERNAL, row.getLong(11));
    return new TraceSummary(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        known,
        row.getLong(5),
        row.getLong(6),
        row.getInt(7),
        row.getInt(8),
        trips);
  }

  private static void putUnlessZero(Map<Layer, Long> trips, Layer layer, long count) {
    if (count != 0) {
      trips.put(layer, count);
    }
  }

  List<SpanStatistics> routes(TraceFilter filter) throws SQLException {
    return statistics("requests", "route", filter);
  }

  List<SpanStatistics> operations(TraceFilter filter) throws SQLException {
    return statistics("spans", "op", filter);
  }

  private record Key(String service, String name, byte layer) {
    static Key of(ResultSet row) throws SQLException {
      return new Key(row.getString(1), row.getString(2), row.getByte(3));
    }
  }

  private List<SpanStatistics> statistics(String table, String caller, TraceFilter filter)
      throws SQLException {
    String chosen = choose(new TraceCondition(filter)) ? " SEMI JOIN chosen ON trace = no" : "";
    Map<Key, Map<Layer, Long>> trips = new HashMap<>();
    database.rows(
        """
        SELECT %1$s_service, %1$s_name, %1$s_layer, layer, sum(calls)::BIGINT
        FROM trips%2$s GROUP BY ALL\
        """
            .formatted(caller, chosen),
        List.of(),
        row ->
            trips
                .computeIfAbsent(Key.of(row), _ -> new EnumMap<>(Layer.class))
                .put(Codes.LAYERS.constant(row.getByte(4)), row.getLong(5)));
    List<SpanStatistics> found =
        database.rows(
            """
            SELECT service, name, layer, count(*), count(*) FILTER (failed), sum(self)::BIGINT,
              %s(duration, [0.5, 0.95, 0.99])
            FROM %s%s GROUP BY service, name, layer\
            """
                .formatted(quantile(table), table, chosen),
            List.of(),
            row -> statistics(row, trips.getOrDefault(Key.of(row), Map.of())));
    return found.stream().sorted(StatisticsGroups.ORDER).toList();
  }

  /// Exact percentiles hold all values in memory at once; beyond some millions that is too much.
  private String quantile(String table) throws SQLException {
    long rows =
        database.rows("SELECT count(*) FROM " + table, List.of(), row -> row.getLong(1)).getFirst();
    return rows <= MOST_EXACT ? "quantile_cont" : "approx_quantile";
  }

  /// Notes which traces are meant, since more than one question follows about them.
  ///
  /// @return whether that is a choice; else all are meant
  private boolean choose(TraceCondition where) throws SQLException {
    if (where.isAll()) {
      return false;
    }
    database.execute("DELETE FROM chosen");
    database.execute(
        "INSERT INTO chosen SELECT no, began, duration, errors FROM traces WHERE " + where.sql(),
        where.parameters().toArray());
    return true;
  }

  private static SpanStatistics statistics(ResultSet row, Map<Layer, Long> trips)
      throws SQLException {
    return new SpanStatistics(
        row.getString(1),
        row.getString(2),
        Codes.LAYERS.constant(row.getByte(3)),
        row.getLong(4),
        row.getLong(5),
        percentiles(row.getArray(7)),
        row.getLong(6),
        trips);
  }

  private static Optional<Percentiles> percentiles(Array quantiles) throws SQLException {
    if (quantiles == null || !(quantiles.getArray() instanceof Object[] values)) {
      return Optional.empty();
    }
    return values[0] instanceof Number p50
            && values[1] instanceof Number p95
            && values[2] instanceof Number p99
        ? Optional.of(new Percentiles(rounded(p50), rounded(p95), rounded(p99)))
        : Optional.empty();
  }

  private static long rounded(Number nanos) {
    return Math.round(nanos.doubleValue());
  }

  Histogram histogram(TraceFilter filter, int buckets) throws SQLException {
    TraceCondition where = new TraceCondition(filter);
    String chosen = (choose(where) ? "chosen" : "traces") + " WHERE began <> 0";
    record Range(long earliest, long latest, boolean any) {}
    Range range =
        database
            .rows(
                "SELECT coalesce(min(began), 0), coalesce(max(began), 0), count(*) FROM " + chosen,
                List.of(),
                row -> new Range(row.getLong(1), row.getLong(2), row.getLong(3) > 0))
            .getFirst();
    if (!range.any()) {
      return Histogram.NOTHING;
    }
    Histogram.Steps steps = Histogram.Steps.of(filter, range.earliest(), range.latest(), buckets);
    List<Histogram.Bucket> counted = steps.empty();
    database.rows(
        "SELECT (began - ?) // ? AS step, count(*), count(*) FILTER (errors > 0), max(duration)"
            + " FROM "
            + chosen
            + " GROUP BY step",
        List.of(steps.from(), steps.step()),
        row ->
            counted.set(
                Math.clamp(row.getLong(1), 0, buckets - 1),
                new Histogram.Bucket(row.getLong(2), row.getLong(3), row.getLong(4))));
    return new Histogram(steps.from(), steps.step(), counted);
  }

  List<String> services() throws SQLException {
    return database.rows(
        "SELECT DISTINCT service FROM spans WHERE service <> '' ORDER BY service",
        List.of(),
        row -> row.getString(1));
  }
}
