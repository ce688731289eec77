package dev.lightfoot.model.span;

/// What a span stands for: how often bytes went to another machine and came back, and how many
/// operations travelled with them. A batch, a pipeline or a command of many keys is one trip with
/// many operations; only calls made one after another that their recorder put into one span
/// ([AttributeNames#CALLS], from `composite.count`) are as many trips.
///
/// @param trips at least 1, whether or not the span is a call at all
/// @param operations at least as many as trips
public record RoundTrips(long trips, long operations) {
  private static final RoundTrips ONE = new RoundTrips(1, 1);

  /// Those of a span.
  public static RoundTrips of(Span span) {
    if (span.kind() == SpanKind.SERVER && span.layer().receives()) {
      return ONE;
    }
    Attributes attributes = span.attributes();
    long calls = Math.max(1, attributes.number(AttributeNames.CALLS).orElse(1));
    long batch = Math.max(1, attributes.number(AttributeNames.DB_BATCH).orElse(1));
    if (calls == 1 && batch == 1) {
      return ONE;
    }
    // Earlier versions kept the size of a batch as the number of calls, too.
    boolean misnamed = calls == batch && attributes.get(AttributeNames.COMPOSITE).isEmpty();
    return new RoundTrips(misnamed ? 1 : calls, Math.max(calls, batch));
  }
}
