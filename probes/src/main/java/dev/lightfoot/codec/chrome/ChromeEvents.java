package dev.lightfoot.codec.chrome;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The events of one file, paired and nested: whose time lies within another's of the same thread
/// (or of the same asynchronous id) is its child.
final class ChromeEvents {
  /// More are not kept.
  static final int MOST = 500_000;

  /// Later than 2001 when counted from 1970: otherwise a clock counts from the computer's start.
  private static final long EPOCH = 1_000_000_000_000_000_000L;

  private static final long MICROSECOND = 1_000;

  private final List<Event> done = new ArrayList<>();
  private final Map<Object, Deque<Event>> open = new HashMap<>();
  private final Map<String, String> processes = new HashMap<>();
  private final Map<String, String> threads = new HashMap<>();
  private String startedAt = "";
  private long unbegun;
  private long dropped;

  /// Whose an event is.
  record Key(String process, String thread, String category, String id, String name) {
    /// What nests together: a thread, or an asynchronous operation.
    Object lane(boolean asynchronous) {
      return asynchronous ? List.of(process, category, id) : List.of(process, thread);
    }
  }

  private static final class Event {
    final Key key;
    final Object lane;
    final long start;
    final long length;
    final Attributes more;
    String id = "";
    String parent = "";

    Event(Key key, Object lane, long start, long length, Attributes more) {
      this.key = key;
      this.lane = lane;
      this.start = start;
      this.length = length;
      this.more = more;
    }

    long end() {
      return start + length;
    }
  }

  boolean isEmpty() {
    return done.isEmpty() && open.isEmpty();
  }

  int size() {
    return done.size();
  }

  void startedAt(String iso) {
    startedAt = iso;
  }

  void metadata(Key key, @Nullable String name) {
    if (name != null && key.name().equals("process_name")) {
      processes.put(key.process(), name);
    } else if (name != null && key.name().equals("thread_name")) {
      threads.put(key.process() + "/" + key.thread(), name);
    }
  }

  void take(char phase, Key key, long at, long length, Attributes more) {
    switch (phase) {
      case 'X' -> keep(new Event(key, key.lane(false), at, length, more));
      case 'B' -> begin(new Event(key, key.lane(false), at, 0, more));
      case 'b' -> begin(new Event(key, key.lane(true), at, 0, more));
      case 'E' -> end(key.lane(false), at, "");
      case 'e' -> end(key.lane(true), at, key.name());
      default -> {} // an instant within an asynchronous operation
    }
  }

  private void begin(Event event) {
    if (done.size() + open.size() < MOST) {
      open.computeIfAbsent(event.lane, _ -> new ArrayDeque<>()).push(event);
    } else {
      dropped++;
    }
  }

  /// Ends the last that began in the lane, or the last of that name.
  private void end(Object lane, long at, String name) {
    Deque<Event> stack = open.get(lane);
    if (stack != null) {
      for (var it = stack.iterator(); it.hasNext(); ) {
        Event event = it.next();
        if (name.isEmpty() || event.key.name().equals(name)) {
          it.remove();
          keep(new Event(event.key, lane, event.start, Math.max(0, at - event.start), event.more));
          return;
        }
      }
    }
    unbegun++;
  }

  private void keep(Event event) {
    if (done.size() < MOST) {
      done.add(event);
    } else {
      dropped++;
    }
  }

  void deliver(Delivery delivery, Reading reading) {
    delivery.notes().count(Note.UNBEGUN, unbegun);
    delivery.notes().count(Note.UNENDED, open.values().stream().mapToLong(Deque::size).sum());
    if (dropped > 0) {
      reading.warning("Events after the first " + MOST + ", not kept: " + dropped + ".");
    }
    if (done.isEmpty()) {
      return;
    }
    done.sort(
        Comparator.<Event>comparingLong(event -> event.start)
            .thenComparing(Comparator.<Event>comparingLong(event -> event.length).reversed()));
    nest();
    long shift = shift(reading);
    String trace = "%016x%016x".formatted(mix(done.size()), mix(hash(done.getFirst())));
    SpanDraft draft = new SpanDraft();
    for (Event event : done) {
      fill(event, shift, trace, draft.clear());
      delivery.span(draft, Recorder.UNKNOWN, () -> event.key.name());
    }
  }

  private void nest() {
    Map<Object, Deque<Event>> lanes = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    for (Event event : done) {
      long id = hash(event);
      while (id == 0 || !ids.add(id)) {
        id++;
      }
      event.id = "%016x".formatted(id);
      Deque<Event> stack = lanes.computeIfAbsent(event.lane, _ -> new ArrayDeque<>());
      while (!stack.isEmpty() && stack.peek().end() < event.end()) {
        stack.pop();
      }
      if (!stack.isEmpty()) {
        event.parent = stack.peek().id;
      }
      stack.push(event);
    }
  }

  private long shift(Reading reading) {
    long first = done.getFirst().start;
    if (first > EPOCH) {
      return 0;
    }
    try {
      Instant start = Instant.parse(startedAt);
      return start.getEpochSecond() * 1_000_000_000 + start.getNano() - first;
    } catch (DateTimeParseException e) {
      reading.warning(
          "Its clock counts from the computer's start: durations and distances are true,"
              + " the day and the time of day are not.");
      return first < 0 ? -first : 0;
    }
  }

  private void fill(Event event, long shift, String trace, SpanDraft draft) {
    Key key = event.key;
    draft.traceId(trace);
    draft.spanId(event.id);
    draft.parentId(event.parent);
    draft.name(key.name());
    draft.clock().finest(MICROSECOND);
    draft.clock().start(Math.max(1, event.start + shift));
    draft.clock().end(Math.max(1, event.end() + shift));
    draft.put(AttributeNames.LAYER, Layer.BROWSER.label());
    draft.put(AttributeNames.SERVICE_NAME, processes.getOrDefault(key.process(), "browser"));
    draft.put(AttributeNames.CLOCK, "trace events");
    draft.put(AttributeNames.PROCESS_ID, key.process());
    draft.put(AttributeNames.THREAD_ID, key.thread());
    String thread = threads.get(key.process() + "/" + key.thread());
    if (thread != null) {
      draft.put("thread.name", thread);
    }
    if (!key.category().isEmpty()) {
      draft.put("chrome.category", key.category());
    }
    event.more.forEach(draft::put);
  }

  private static long hash(Event event) {
    long hash = 31L * event.key.hashCode() + event.start;
    return mix(31 * hash + event.length);
  }

  /// Spreads bits (SplitMix64).
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
