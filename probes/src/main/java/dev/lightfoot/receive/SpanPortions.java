package dev.lightfoot.receive;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes what a decoder finds in one request and hands it on in portions.
final class SpanPortions implements Reading {
  /// The place that readers of JSON name where it is the document that cannot be read.
  private static final String WHOLE = "the document";

  private final SpanSink sink;
  private List<Span> portion = new ArrayList<>();
  private long kept;
  private long skipped;
  private String firstReason = "";
  private boolean broken;
  private @Nullable IOException failure;

  SpanPortions(SpanSink sink) {
    this.sink = sink;
  }

  /// One that keeps nothing.
  static SpanPortions dry() {
    return new SpanPortions(_ -> {});
  }

  @Override
  public void span(Span span) {
    portion.add(span);
    if (portion.size() >= ReceiverLimits.SPANS_AT_ONCE) {
      hand();
    }
  }

  @Override
  public void skipped(String place, String reason) {
    broken |= place.equals(WHOLE);
    if (skipped++ == 0) {
      firstReason = place + ": " + reason;
    }
  }

  @Override
  public void warning(String sentence) {
    // About a file as a whole; a request is not one.
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  /// Hands on what is left. Without a failure everything found is kept afterwards.
  void end() {
    if (!portion.isEmpty()) {
      hand();
    }
  }

  private void hand() {
    List<Span> handed = portion;
    portion = new ArrayList<>();
    if (failure != null) {
      skipped += handed.size();
      return;
    }
    try {
      sink.accept(handed);
      kept += handed.size();
    } catch (IOException e) {
      failure = e;
      skipped += handed.size();
    }
  }

  /// Spans that the sink has.
  long kept() {
    return kept;
  }

  /// Spans that could not be read or were not kept.
  long rejected() {
    return skipped;
  }

  /// Why, in a sentence: of the first one, for they mostly have one cause.
  String reason() {
    return failure == null ? firstReason : String.valueOf(failure.getMessage());
  }

  /// Whether the document itself is broken, so that what else was in it is unknown.
  boolean isBroken() {
    return broken;
  }

  /// Whether the sink failed before it had anything: then the whole may be sent again.
  boolean mayBeSentAgain() {
    return failure != null && kept == 0;
  }
}
