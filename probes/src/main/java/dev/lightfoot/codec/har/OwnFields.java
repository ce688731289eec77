package dev.lightfoot.codec.har;

import dev.lightfoot.codec.json.JsonSource;
import dev.lightfoot.model.Chunk;
import dev.lightfoot.model.Interim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The member `_lightfoot` of an entry that we wrote: what HAR 1.2 has no place for and no other
/// writer has a customary name for. Times are milliseconds from the start of the entry.
public final class OwnFields {
  /// Its name.
  public static final String NAME = "_lightfoot";

  /// In [#absent] of a phase of which nothing is known.
  public static final String UNKNOWN = "unknown";

  private static final double NANOS = 1e6;
  private static final int MOST = 100_000;

  boolean present;
  OptionalDouble gap = OptionalDouble.empty();
  OptionalDouble proxy = OptionalDouble.empty();
  final Map<String, String> absent = new LinkedHashMap<>();
  final Map<String, Double> starts = new LinkedHashMap<>();
  final Map<String, Integer> trips = new LinkedHashMap<>();
  final Map<String, String> evidence = new LinkedHashMap<>();
  final Map<String, Double> marks = new LinkedHashMap<>();
  final Map<String, String> words = new LinkedHashMap<>();
  final Map<String, String> failed = new LinkedHashMap<>();
  final Map<String, String> initiator = new LinkedHashMap<>();
  final List<Change> changes = new ArrayList<>();
  private final List<Timed> chunks = new ArrayList<>();
  private final List<Timed> interim = new ArrayList<>();

  /// A change of priority.
  record Change(double at, String priority) {}

  private record Timed(double at, double number) {}

  /// Body bytes that arrived together, of an entry that began then.
  List<Chunk> chunks(long startNanos) {
    return chunks.stream()
        .map(each -> new Chunk(startNanos + nanos(each.at), (long) each.number))
        .toList();
  }

  /// Interim responses of an entry that began then.
  List<Interim> interim(long startNanos) {
    return interim.stream()
        .map(each -> new Interim((int) each.number, startNanos + nanos(each.at)))
        .toList();
  }

  /// The word under that name; empty where there is none.
  String word(String name) {
    return words.getOrDefault(name, "");
  }

  /// Reads the present object.
  void read(JsonSource json) {
    if (!json.object()) {
      return;
    }
    present = true;
    while (json.member()) {
      String name = json.name();
      switch (name) {
        case "gap" -> gap = finite(json.decimalNumber());
        case "proxy" -> proxy = finite(json.decimalNumber());
        case "absent" -> texts(json, absent);
        case "evidence" -> texts(json, evidence);
        case "failed" -> texts(json, failed);
        case "initiator" -> texts(json, initiator);
        case "starts" -> numbers(json, starts);
        case "marks" -> numbers(json, marks);
        case "trips" -> {
          Map<String, Double> given = new LinkedHashMap<>();
          numbers(json, given);
          given.forEach((phase, count) -> trips.put(phase, count.intValue()));
        }
        case "chunks" -> list(json, "bytes", (at, bytes, _) -> chunks.add(new Timed(at, bytes)));
        case "interim" ->
            list(json, "status", (at, status, _) -> interim.add(new Timed(at, status)));
        case "priorityChanges" ->
            list(json, "", (at, _, priority) -> changes.add(new Change(at, priority)));
        default -> words.putIfAbsent(name, json.text());
      }
    }
  }

  /// An instant or a length in nanoseconds.
  static long nanos(double millis) {
    return Math.round(millis * NANOS);
  }

  OptionalInt trips(String phase) {
    Integer count = trips.get(phase);
    return count == null ? OptionalInt.empty() : OptionalInt.of(count);
  }

  private static OptionalDouble finite(double value) {
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  private static void texts(JsonSource json, Map<String, String> into) {
    if (json.object()) {
      while (json.member()) {
        into.putIfAbsent(json.name(), json.text());
      }
    }
  }

  private static void numbers(JsonSource json, Map<String, Double> into) {
    if (json.object()) {
      while (json.member()) {
        String name = json.name();
        double value = json.decimalNumber();
        if (Double.isFinite(value)) {
          into.putIfAbsent(name, value);
        }
      }
    }
  }

  private interface Item {
    void add(double at, double number, String priority);
  }

  private static void list(JsonSource json, String number, Item into) {
    int[] count = {0};
    json.objects(
        () -> {
          double at = 0;
          double value = 0;
          String priority = "";
          while (json.member()) {
            String name = json.name();
            if (name.equals("at")) {
              at = json.decimalNumber();
            } else if (name.equals(number)) {
              value = json.decimalNumber();
            } else if (name.equals("priority")) {
              priority = json.text();
            } else {
              json.skip();
            }
          }
          if (Double.isFinite(at) && Double.isFinite(value) && count[0]++ < MOST) {
            into.add(at, value, priority);
          }
        });
  }
}
