package dev.lightfoot.codec.semconv;

import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanEvent;
import dev.lightfoot.model.span.SpanFlags;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanLink;
import dev.lightfoot.model.span.SpanStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A span as its source gives it, member by member in any order; [#finish] makes of it what
/// Lightfoot keeps. Made to be cleared and used again.
public final class SpanDraft {
  /// Name of the instrumentation, as OpenTelemetry writes it into formats that have no place for
  /// it.
  public static final String SCOPE = "otel.scope.name";

  /// Texts of the flags that nearly all spans have, so that millions share them.
  private static final String[] FLAGS =
      IntStream.range(0, 1024).mapToObj(Integer::toString).toArray(String[]::new);

  private static final String[] HEADERS = {"http.request.header.", "http.response.header."};

  /// Of calls made one after another. What travels together is not counted here: it is one trip.
  private static final String[] COUNTS = {AttributeNames.COMPOSITE, "span.composite.count"};

  private final AttributeList attributes = new AttributeList();
  private final AttributeList old = new AttributeList();
  private final List<SpanEvent> events = new ArrayList<>();
  private final List<SpanLink> links = new ArrayList<>();
  private final SpanClock clock = new SpanClock();

  private String traceId = "";
  private String spanId = "";
  private String parentId = "";
  private String name = "";
  private SpanKind kind = SpanKind.INTERNAL;
  private SpanStatus.Code code = SpanStatus.Code.UNSET;
  private String message = "";
  private @Nullable String problem;

  /// Forgets everything.
  public SpanDraft clear() {
    attributes.clear();
    old.clear();
    events.clear();
    links.clear();
    clock.clear();
    traceId = "";
    spanId = "";
    parentId = "";
    name = "";
    kind = SpanKind.INTERNAL;
    code = SpanStatus.Code.UNSET;
    message = "";
    problem = null;
    return this;
  }

  /// The trace it belongs to.
  ///
  /// @param id as [Ids] writes it; empty where it is not valid
  public void traceId(String id) {
    traceId = id;
  }

  public void spanId(String id) {
    spanId = id;
  }

  public void parentId(String id) {
    parentId = id;
  }

  public void name(String name) {
    this.name = name;
  }

  public void kind(SpanKind kind) {
    this.kind = kind;
  }

  public void status(SpanStatus.Code code) {
    this.code = code;
  }

  public void message(String message) {
    this.message = message;
  }

  public void event(SpanEvent event) {
    events.add(event);
  }

  public void link(SpanLink link) {
    links.add(link);
  }

  /// When it was.
  public SpanClock clock() {
    return clock;
  }

  /// An attribute under whatever name.
  public void put(String name, String value) {
    if (name.isEmpty()) {
      return;
    }
    if (OldNames.isOld(name)) {
      old.put(name, value);
    } else {
      attributes.put(name, value.startsWith("[\"") ? onlyHeader(name, value) : value);
    }
  }

  /// An attribute that leaves an earlier one of the same name.
  public void putIfAbsent(String name, String value) {
    if (!attributes.has(name) && !old.has(name)) {
      put(name, value);
    }
  }

  /// The `tracestate` of its context; none where it is empty.
  public void traceState(String state) {
    if (!state.isEmpty()) {
      attributes.put(AttributeNames.TRACE_STATE, state);
    }
  }

  /// OTLP's flags; none where nothing is said.
  public void flags(long bits) {
    if (SpanFlags.isWritten(bits)) {
      boolean common = bits < FLAGS.length;
      attributes.put(AttributeNames.SPAN_FLAGS, common ? FLAGS[(int) bits] : Long.toString(bits));
    }
  }

  /// How many of something its recorder dropped.
  ///
  /// @param what attributes, events or links
  public void dropped(String what, long count) {
    if (count > 0) {
      attributes.put("otel.dropped_" + what + "_count", Long.toString(count));
    }
  }

  /// Why this cannot be a span; the first reason counts.
  public void reject(String sentence) {
    if (problem == null) {
      problem = sentence;
    }
  }

  /// The span.
  ///
  /// @param format for [AttributeNames#FORMAT]
  public Span finish(Recorder recorder, String format, Notes notes) throws UnreadableSpanException {
    if (problem != null) {
      throw new UnreadableSpanException(problem);
    }
    if (recorder.exact()) {
      old.forEach(attributes::put);
    } else {
      fold(recorder, format);
      countCalls(notes);
    }
    checkIds(recorder.exact());
    String given = attributes.take(AttributeNames.LAYER);
    var time = clock.time(attributes, notes);
    Layer layer =
        (given == null ? Optional.<Layer>empty() : Layer.ofLabel(given))
            .orElseGet(() -> Layers.of(kind, name, scope(recorder), attributes));
    return new Span(
        traceId.isEmpty() ? Optional.empty() : Optional.of(traceId),
        spanId,
        parentId.isEmpty() ? Optional.empty() : Optional.of(parentId),
        name,
        layer,
        kind,
        time,
        code == SpanStatus.Code.UNSET && message.isEmpty()
            ? SpanStatus.UNSET
            : new SpanStatus(code, message),
        attributes.toAttributes(),
        events,
        links);
  }

  private void checkIds(boolean ours) throws UnreadableSpanException {
    if (spanId.isEmpty()) {
      throw new UnreadableSpanException(
          "It has no valid span id (16 hexadecimal digits, not all 0).");
    }
    // what we wrote ourselves may be an entry of a log that knows of no trace
    if (traceId.isEmpty() && !ours) {
      throw new UnreadableSpanException(
          "It has no valid trace id (32 hexadecimal digits, not all 0).");
    }
  }

  private void fold(Recorder recorder, String format) {
    if (!old.isEmpty()) {
      old.forEach((name, value) -> OldNames.fold(name, value, kind, attributes));
    }
    if (kind == SpanKind.SERVER && !attributes.has(AttributeNames.PATH)) {
      String url = attributes.get(AttributeNames.URL);
      if (url != null) {
        Urls.path(url, attributes);
      }
    }
    attributes.putAbsent(recorder.attributes());
    if (!attributes.has(AttributeNames.CLOCK)) {
      String whose = recorder.clock() == null ? Recorder.clock(attributes) : recorder.clock();
      if (whose != null) {
        attributes.put(AttributeNames.CLOCK, whose);
      }
    }
    attributes.putIfAbsent(AttributeNames.FORMAT, format);
  }

  private String scope(Recorder recorder) {
    String given = recorder.scope().isEmpty() ? attributes.get(SCOPE) : null;
    return given == null ? recorder.scope() : given;
  }

  private void countCalls(Notes notes) {
    if (attributes.has("otel.dropped_attributes_count")
        || attributes.has("otel.dropped_events_count")
        || attributes.has("otel.dropped_links_count")) {
      notes.count(Note.DROPPED);
    }
    for (String name : COUNTS) {
      String count = attributes.get(name);
      if (count != null && isCount(count)) {
        attributes.putIfAbsent(AttributeNames.CALLS, count);
        attributes.putIfAbsent(AttributeNames.COMPOSITE, count);
        notes.count(Note.FOLDED);
        return;
      }
    }
  }

  /// More than one, and a number.
  private static boolean isCount(String text) {
    return text.length() <= 18
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && !text.isEmpty()
        && Long.parseLong(text) > 1;
  }

  /// Headers come as lists; one alone is kept as itself.
  private static String onlyHeader(String name, String value) {
    for (String header : HEADERS) {
      if (name.startsWith(header)
          && value.endsWith("\"]")
          && value.indexOf('"', 2) == value.length() - 2
          && value.indexOf('\\') < 0) {
        return value.substring(2, value.length() - 2);
      }
    }
    return value;
  }
}
