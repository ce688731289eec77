package dev.lightfoot.codec;

import dev.lightfoot.model.span.Span;

/// Takes what a [LogReader] finds, in the order of the file; called by one thread at a time.
public interface Reading {
  /// One span, request, statement or command. What a format writes in several lines for one (parse,
  /// bind and execute) comes once.
  void span(Span span);

  /// A request that has no id of its own: the id was derived from what the entry says, so that
  /// equal entries have equal ids. The equal entries of one file are as many events; whoever takes
  /// them gives all but the first another id.
  default void derived(Span span) {
    span(span);
  }

  /// A span that only details the one given before it, such as a proxy's upstream attempts: it is
  /// not an entry of its own and is not counted as one.
  default void detail(Span span) {
    span(span);
  }

  /// Something that should have been one and could not be read.
  ///
  /// @param place such as `line 12` or `/resourceSpans/0/scopeSpans/1/spans/3`
  /// @param reason one sentence
  void skipped(String place, String reason);

  /// A sentence about the file as a whole: what it does not record, lines of another kind
  /// (counted).
  void warning(String sentence);

  /// A sentence with counts in it, which are added up where a file is read in parts.
  ///
  /// @param pattern with `{0}`, `{1}` and so on where the counts belong
  default void warning(String pattern, long... counts) {
    String sentence = pattern;
    for (int i = 0; i < counts.length; i++) {
      sentence = sentence.replace("{" + i + "}", Long.toString(counts[i]));
    }
    warning(sentence);
  }

  /// Whether to stop: asked at least every 100 ms.
  boolean cancelled();
}
