package dev.lightfoot.codec.otlp;

import dev.lightfoot.codec.semconv.AttributeList;
import dev.lightfoot.codec.semconv.Delivery;
import dev.lightfoot.codec.semconv.Notes.Note;
import dev.lightfoot.codec.semconv.Recorder;
import dev.lightfoot.codec.semconv.SpanDraft;
import dev.lightfoot.codec.text.TextCache;

/// Reads what is around spans: resources and scopes, whose members come in any order.
final class WireEnvelope {
  private static final int RESOURCE_SPANS = 1;
  private static final int OLD_SCOPE_SPANS = 1000;

  private final WireFormat wire;
  private final WireValue values;
  private final WireSpans spans;
  private final Delivery delivery;
  private final SpanDraft draft = new SpanDraft();
  private final AttributeList resource = new AttributeList();
  private final boolean file;

  /// @param file whether this is a file: it may as well hold logs or metrics, which are written
  ///   alike, and damage in it costs as little as possible
  WireEnvelope(WireFormat wire, TextCache texts, Delivery delivery, boolean file) {
    this.wire = wire;
    this.values = new WireValue(wire, texts);
    this.spans = new WireSpans(wire, values, texts, delivery.notes());
    this.delivery = delivery;
    this.file = file;
  }

  /// Reads a request (ExportTraceServiceRequest).
  void request(String before) throws MalformedOtlpException {
    int i = 0;
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field == RESOURCE_SPANS) {
        int outer = values.enter();
        resourceSpans(before + "/resourceSpans/" + i++);
        wire.leave(outer);
      } else {
        wire.skip();
      }
    }
  }

  /// Reads what the wire has been narrowed to.
  void resourceSpans(String place) throws MalformedOtlpException {
    int start = wire.at();
    resource.clear();
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field == 1) {
        resource();
        break;
      } else {
        wire.skip();
      }
    }
    wire.range(start, wire.end());
    int i = 0;
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field == 2 || field == OLD_SCOPE_SPANS) {
        int outer = values.enter();
        scopeSpansAlone(place + "/scopeSpans/" + i++);
        wire.leave(outer);
      } else {
        wire.skip();
      }
    }
  }

  /// In a file, damage in one list of spans costs that list only: where it ends is known.
  private void scopeSpansAlone(String place) throws MalformedOtlpException {
    int end = wire.end();
    try {
      scopeSpans(place);
    } catch (MalformedOtlpException e) {
      if (!file) {
        throw e;
      }
      wire.range(end, end);
      delivery.skipped(place, e.sentence());
    }
  }

  private void resource() throws MalformedOtlpException {
    int outer = values.enter();
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field == 1) {
        values.attribute(resource);
      } else {
        wire.skip();
      }
    }
    wire.leave(outer);
  }

  private void scopeSpans(String place) throws MalformedOtlpException {
    int start = wire.at();
    String scope = "";
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field == 1) {
        scope = scope();
        break;
      } else {
        wire.skip();
      }
    }
    wire.range(start, wire.end());
    Recorder recorder = Recorder.of(resource, scope);
    int i = 0;
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field != 2) {
        wire.skip();
        continue;
      }
      int outer = values.enter();
      if (wire.endsEarly()) {
        delivery.skipped(place + "/spans/" + i, "The file ends within it.");
        wire.range(wire.end(), wire.end());
        wire.leave(outer);
        return;
      }
      if (file && i == 0 && !isSpan()) {
        delivery.notes().count(Note.OTHERS);
        wire.leave(outer);
        wire.range(wire.end(), wire.end());
        return;
      }
      span(recorder, place + "/spans/", i++);
      wire.leave(outer);
    }
  }

  /// A damaged span costs itself only: where it ends is known.
  private void span(Recorder recorder, String place, int i) {
    int end = wire.end();
    try {
      spans.read(draft.clear());
      delivery.span(draft, recorder, () -> place + i);
    } catch (MalformedOtlpException e) {
      wire.range(end, end);
      values.tooDeep();
      delivery.skipped(place + i, e.sentence());
    }
  }

  private String scope() throws MalformedOtlpException {
    int outer = values.enter();
    String name = "";
    for (int field = wire.field(); field != 0; field = wire.field()) {
      if (field == 1) {
        name = values.text();
      } else {
        wire.skip();
      }
    }
    wire.leave(outer);
    return name;
  }

  /// Spans have an id of 16 bytes where log records have a time and metrics a name; and a start or
  /// an end.
  private boolean isSpan() {
    int start = wire.at();
    int end = wire.end();
    boolean id = false;
    boolean time = false;
    try {
      for (int field = wire.field(); field != 0; field = wire.field()) {
        time |= (field == 7 || field == 8) && wire.type() == WireFormat.FIXED64;
        int before = wire.at();
        int type = wire.type();
        wire.skip();
        id |= field == 1 && type == WireFormat.BYTES && wire.at() - before == 17;
      }
    } catch (MalformedOtlpException e) {
      return true; // to be reported as a damaged span
    } finally {
      wire.range(start, end);
    }
    return id || time;
  }
}
