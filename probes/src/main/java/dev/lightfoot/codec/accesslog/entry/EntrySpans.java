package dev.lightfoot.codec.accesslog.entry;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanStatus;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Optional;

/// Turns the entries of one file into spans: each into one of kind SERVER, and what it knows of the
/// servers behind into its children.
public final class EntrySpans {
  private final LogFormat format;
  private final Layer layer;
  private final Reading into;
  private final Stamps coarse;
  private final EntryTimes times;
  private final FieldTexts texts = new FieldTexts();
  private final Attributes.Builder attributes = Attributes.builder();
  private long untimed;

  /// Those of one file, handed to `into`.
  public EntrySpans(LogFormat format, Layer layer, ReadSettings settings, Reading into) {
    this.format = format;
    this.layer = layer;
    this.into = into;
    coarse = new Stamps(settings.zone());
    times = new EntryTimes(format.stamp(), coarse, new Stamps(settings.zone()));
  }

  /// Hands on one; false, and why, where too little is known of it.
  public boolean add(Entry entry) {
    if (entry.has(Fact.STATUS) && FieldNumbers.whole(entry, Fact.STATUS) == Entry.NONE) {
      return entry.refuse("its status is not a number");
    }
    RequestParts.split(entry);
    if (!times.complete(entry)) {
      return false;
    }
    UpstreamAttempts.add(entry);
    SpanTime time = times.time(entry);
    long id = EntryIds.of(entry, layer);
    Optional<String> own = TraceFacts.span(entry);
    Span span = span(entry, time, own.orElseGet(() -> EntryIds.text(id)));
    if (own.isPresent()) {
      into.span(span);
    } else {
      into.derived(span);
    }
    untimed += entry.durationNanos == Entry.NONE ? 1 : 0;
    for (int i = 0; i < entry.parts.size(); i++) {
      into.detail(part(entry.parts.get(i), span, EntryIds.child(id, i)));
    }
    return true;
  }

  private Span span(Entry entry, SpanTime time, String id) {
    return new Span(
        TraceFacts.trace(entry),
        id,
        TraceFacts.parent(entry),
        name(entry),
        layer,
        SpanKind.SERVER,
        time,
        status(entry),
        attributes(entry),
        List.of(),
        List.of());
  }

  private Span part(EntryPart part, Span whole, long id) {
    return new Span(
        whole.traceId(),
        EntryIds.text(id),
        Optional.of(whole.spanId()),
        part.name(),
        part.layer(),
        part.kind(),
        EntryTimes.time(part, whole.time()),
        part.status(),
        part.attributes().with(AttributeNames.FORMAT, format.name()),
        List.of(),
        List.of());
  }

  /// Method and path; both together, where they stand so in the line, are one text.
  private String name(Entry entry) {
    if (!entry.has(Fact.METHOD)) {
      String unnamed = entry.has(Fact.REQUEST) ? "unreadable request" : "request";
      return entry.has(Fact.TARGET) ? texts.text(entry, Fact.TARGET) : unnamed;
    }
    if (entry.adjacent(Fact.METHOD, Fact.TARGET)) {
      return texts.text(entry.bytes(Fact.METHOD), entry.from(Fact.METHOD), entry.to(Fact.TARGET));
    }
    String method = texts.text(entry, Fact.METHOD);
    return entry.has(Fact.TARGET) ? method + ' ' + texts.text(entry, Fact.TARGET) : method;
  }

  private SpanStatus status(Entry entry) {
    if (!entry.has(Fact.STATUS) || entry.bytes(Fact.STATUS)[entry.from(Fact.STATUS)] != '5') {
      return SpanStatus.UNSET;
    }
    return SpanStatus.error("HTTP " + texts.text(entry, Fact.STATUS));
  }

  private Attributes attributes(Entry entry) {
    attributes.clear();
    add(entry, Fact.METHOD, AttributeNames.METHOD);
    add(entry, Fact.TARGET, AttributeNames.PATH);
    add(entry, Fact.QUERY, AttributeNames.QUERY);
    add(entry, Fact.STATUS, AttributeNames.STATUS);
    add(entry, Fact.BODY_BYTES, AttributeNames.BODY_BYTES);
    add(entry, Fact.RESPONSE_BYTES, AttributeNames.RESPONSE_BYTES);
    add(entry, Fact.CLIENT, AttributeNames.CLIENT_ADDRESS);
    add(entry, Fact.USER_AGENT, AttributeNames.USER_AGENT);
    add(entry, Fact.REQUEST_ID, AttributeNames.REQUEST_ID);
    add(entry, Fact.CACHE_STATUS, AttributeNames.CACHE_STATUS);
    add(entry, Fact.UPSTREAM_ADDRESS, AttributeNames.UPSTREAM_ADDRESS);
    add(entry, Fact.PROCESS, AttributeNames.PROCESS_ID);
    add(entry, Fact.SERVICE, AttributeNames.SERVICE_NAME);
    if (entry.has(Fact.LOG_HOST)) {
      add(entry, Fact.LOG_HOST, AttributeNames.HOST_NAME);
      add(entry, Fact.LOG_HOST, AttributeNames.CLOCK);
    }
    protocol(entry);
    server(entry);
    firstByte(entry);
    if (entry.has(Fact.STATUS) && texts.text(entry, Fact.STATUS).equals("499")) {
      attributes.add(AttributeNames.ERROR_TYPE, "client closed the request");
    }
    attributes.add(AttributeNames.FORMAT, format.name());
    return attributes.build();
  }

  private void add(Entry entry, Fact fact, String name) {
    if (entry.has(fact)) {
      attributes.add(name, texts.text(entry, fact));
    }
  }

  private void protocol(Entry entry) {
    if (entry.has(Fact.PROTOCOL)) {
      byte[] b = entry.bytes(Fact.PROTOCOL);
      int from = entry.from(Fact.PROTOCOL);
      int to = entry.to(Fact.PROTOCOL);
      boolean named = to - from > 5 && b[from + 4] == '/';
      attributes.add(AttributeNames.PROTOCOL_VERSION, texts.text(b, named ? from + 5 : from, to));
    }
  }

  private void server(Entry entry) {
    if (entry.has(Fact.HOST)) {
      ServerAddress.add(attributes, texts.text(entry, Fact.HOST));
    }
    if (entry.has(Fact.PORT)) {
      attributes.put(AttributeNames.SERVER_PORT, texts.text(entry, Fact.PORT));
    }
  }

  private void firstByte(Entry entry) {
    long nanos =
        entry.has(Fact.FIRST_BYTE_MICROS)
            ? FieldNumbers.nanos(entry, Fact.FIRST_BYTE_MICROS, FieldNumbers.MICRO)
            : FieldNumbers.nanos(entry, Fact.FIRST_BYTE_SECONDS, FieldNumbers.SECOND);
    if (nanos != Entry.NONE) {
      attributes.add(AttributeNames.FIRST_BYTE_NANOS, Long.toString(nanos));
    }
  }

  /// Says what holds for the file as a whole.
  public void close() {
    if (untimed > 0) {
      into.warning(
          "Entries that do not say how long they took: {0}. " + format.advice().orElse(""),
          untimed);
    }
    untimed = 0;
    if (coarse.sawFold()) {
      into.warning(
          "Some local times stand in the hour that the clocks showed twice; the earlier was"
              + " taken.");
    }
  }
}
