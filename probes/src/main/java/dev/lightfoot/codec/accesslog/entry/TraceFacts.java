package dev.lightfoot.codec.accesslog.entry;

import java.util.Locale;
import java.util.Optional;

/// The ids in what a line says of its trace: W3C `traceparent`, ids in fields of their own, AWS's
/// trace header.
final class TraceFacts {
  private static final int TRACE = 32;
  private static final int SPAN = 16;
  private static final String ROOT = "Root=1-";

  private TraceFacts() {}

  /// The trace that the line names.
  static Optional<String> trace(Entry entry) {
    if (entry.has(Fact.TRACE_ID)) {
      Optional<String> id = id(entry.text(Fact.TRACE_ID), TRACE);
      if (id.isPresent()) {
        return id;
      }
    }
    if (entry.has(Fact.TRACEPARENT)) {
      return parent(entry, 3, TRACE);
    }
    return entry.has(Fact.AMZN_TRACE) ? amazon(entry.text(Fact.AMZN_TRACE)) : Optional.empty();
  }

  /// The span that asked.
  static Optional<String> parent(Entry entry) {
    Optional<String> named = id(entry.text(Fact.PARENT_SPAN_ID), SPAN);
    return named.isPresent() ? named : parent(entry, 3 + TRACE + 1, SPAN);
  }

  /// The id that the line gives its own span.
  static Optional<String> span(Entry entry) {
    return entry.has(Fact.SPAN_ID) ? id(entry.text(Fact.SPAN_ID), SPAN) : Optional.empty();
  }

  private static Optional<String> parent(Entry entry, int from, int length) {
    String header = entry.text(Fact.TRACEPARENT);
    boolean shaped =
        header.length() >= 55
            && header.charAt(2) == '-'
            && header.charAt(35) == '-'
            && header.charAt(52) == '-'
            && !header.startsWith("ff");
    return shaped ? id(header.substring(from, from + length), length) : Optional.empty();
  }

  /// `Root=1-<8 digits>-<24 digits>`: OpenTelemetry's id is those digits in a row.
  private static Optional<String> amazon(String header) {
    int root = header.indexOf(ROOT);
    int from = root + ROOT.length();
    if (root < 0 || header.length() < from + 33 || header.charAt(from + 8) != '-') {
      return Optional.empty();
    }
    return id(header.substring(from, from + 8) + header.substring(from + 9, from + 33), TRACE);
  }

  private static Optional<String> id(String text, int length) {
    boolean zero = true;
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return Optional.empty();
      }
      zero &= text.charAt(i) == '0';
    }
    return text.length() == length && !zero
        ? Optional.of(text.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
