package dev.lightfoot.codec.semconv;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.Span;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Hands what a reader finds to the reading, counts it, and stops where the reading is cancelled.
public final class Delivery {
  private static final int ASK_EVERY = 256;

  private final Reading reading;
  private final String format;
  private final Notes notes = new Notes();
  private long accepted;
  private long rejected;
  private int unasked;

  /// To that reading.
  ///
  /// @param format for [dev.lightfoot.model.span.AttributeNames#FORMAT]
  public Delivery(Reading reading, String format) {
    this.reading = reading;
    this.format = format;
  }

  public Notes notes() {
    return notes;
  }

  /// Spans handed on.
  public long accepted() {
    return accepted;
  }

  /// What should have been a span and could not be one.
  public long rejected() {
    return rejected;
  }

  /// Finishes a span and hands it on, or reports why it cannot be one.
  ///
  /// @param place of the span in its source
  /// @throws CancellationException where the reading is cancelled
  public void span(SpanDraft draft, Recorder recorder, Supplier<String> place) {
    askWhetherToStop();
    Span span;
    try {
      span = draft.finish(recorder, format, notes);
    } catch (UnreadableSpanException e) {
      skipped(place.get(), e.reason());
      return;
    }
    accepted++;
    reading.span(span);
  }

  /// Reports what could not be read.
  public void skipped(String place, String reason) {
    rejected++;
    reading.skipped(place, reason);
  }

  /// Says what was counted on the way.
  public void end() {
    notes.report(reading);
  }

  /// For readers that pass over much without a span.
  ///
  /// @throws CancellationException where the reading is cancelled
  public void stopIfCancelled() {
    if (reading.cancelled()) {
      throw new CancellationException();
    }
  }

  private void askWhetherToStop() {
    if (++unasked >= ASK_EVERY) {
      unasked = 0;
      stopIfCancelled();
    }
  }
}
