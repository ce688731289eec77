package dev.lightfoot.codec.semconv;

import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.SpanKind;
import org.jspecify.annotations.Nullable;

/// Who recorded spans (OpenTelemetry resource and instrumentation scope): what every one of them
/// shares.
public final class Recorder {
  private static final String[] CLOCKS = {
    "host.id", AttributeNames.HOST_NAME, "service.instance.id"
  };

  /// A recorder of which nothing is known.
  public static final Recorder UNKNOWN = new Recorder(new AttributeList(), "");

  /// Name of the scope of spans that Lightfoot wrote as it keeps them.
  public static final String LIGHTFOOT = "dev.lightfoot";

  /// Lightfoot: its spans are taken word for word.
  private static final Recorder OURSELVES = new Recorder(new AttributeList(), LIGHTFOOT);

  private final AttributeList attributes;
  private final String scope;
  private final @Nullable String clock;

  private Recorder(AttributeList attributes, String scope) {
    this.attributes = attributes;
    this.scope = scope;
    this.clock = clock(attributes);
  }

  /// Of that resource and scope.
  ///
  /// @param resource attributes under whatever names; copied
  /// @param scope name of the instrumentation; empty where unknown
  public static Recorder of(AttributeList resource, String scope) {
    if (scope.equals(LIGHTFOOT)) {
      return OURSELVES;
    }
    AttributeList folded = new AttributeList();
    AttributeList old = new AttributeList();
    resource.forEach((name, value) -> (OldNames.isOld(name) ? old : folded).put(name, value));
    old.forEach((name, value) -> OldNames.fold(name, value, SpanKind.INTERNAL, folded));
    if (!scope.isEmpty()) {
      folded.putIfAbsent(SpanDraft.SCOPE, scope);
    }
    return new Recorder(folded, scope);
  }

  AttributeList attributes() {
    return attributes;
  }

  /// Whether its spans are already as Lightfoot keeps them.
  boolean exact() {
    return this == OURSELVES;
  }

  String scope() {
    return scope;
  }

  /// Whose clock stamped its spans.
  @Nullable String clock() {
    return clock;
  }

  /// Spans of one host share a clock; of a service of unknown host we know no better than its name.
  static @Nullable String clock(AttributeList attributes) {
    for (String name : CLOCKS) {
      String value = attributes.get(name);
      if (value != null && !value.isEmpty()) {
        return value;
      }
    }
    return attributes.get(AttributeNames.SERVICE_NAME);
  }
}
