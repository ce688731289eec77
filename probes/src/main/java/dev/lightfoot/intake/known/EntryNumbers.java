package dev.lightfoot.intake.known;

import dev.lightfoot.model.span.Span;
import java.util.HexFormat;
import java.util.Optional;

/// Gives equal entries of one file different ids: the first keeps the one that was derived from
/// what it says, the second has another that is the same wherever it is read. What details an entry
/// goes with it.
public final class EntryNumbers {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private String given = "";
  private String id = "";
  private int number;

  /// An entry.
  ///
  /// @param before how many equal ones came before it
  public Span entry(Span span, int before) {
    number = before;
    given = span.spanId();
    id = before == 0 ? given : id(given, before);
    return before == 0 ? span : span.identified(id, span.parentSpanId());
  }

  /// A detail of the entry that came last.
  public Span detail(Span span) {
    return number > 0 && span.parentSpanId().filter(given::equals).isPresent()
        ? span.identified(id(span.spanId(), number), Optional.of(id))
        : span;
  }

  private static String id(String text, int number) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    long mixed = KnownSpans.mix(hash + number);
    return HexFormat.of().toHexDigits(mixed);
  }
}
