package dev.lightfoot.store.span;

import dev.lightfoot.model.span.Span;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Keeps spans, and finds and pages their traces; what they come to is counted elsewhere. Many
/// threads may use one at once; a query sees everything that was accepted before it.
///
/// A trace is known by its trace id. A span without one, such as an entry of a log, is a trace of
/// its own under its span id. A span that came twice (same id, kind and start, for senders repeat
/// what they are unsure of) is kept as it came and given once.
///
/// Every failure is an [IOException] whose message is a sentence for people: what failed, where,
/// what to do. After a failure everything that was kept before is still kept.
public interface SpanStore extends AutoCloseable {
  /// Keeps these spans, all or none. When this returns they survive whatever the store promises to
  /// survive; of a store on disk that is the end of the process and of the computer.
  void accept(List<Span> batch) throws IOException;

  /// One page of traces.
  ///
  /// @param after where the page before ended ([TracePage#next]); empty for the first
  /// @param limit 1 to [TracePage#LARGEST]
  TracePage traces(TraceFilter filter, TraceOrder order, Optional<TraceCursor> after, int limit)
      throws IOException;

  /// The spans of that trace by their start; none where it is not there.
  List<Span> trace(String id) throws IOException;

  /// What became of all spans that were ever accepted.
  SpanCounts counts();

  /// Lets go of files. What was accepted stays.
  @Override
  void close() throws IOException;
}
