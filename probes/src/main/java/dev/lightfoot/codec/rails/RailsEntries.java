package dev.lightfoot.codec.rails;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.codec.text.LocalStamp;
import dev.lightfoot.codec.text.OtherLines;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Puts the lines of the log together to requests: by process and tag, where the log has them.
final class RailsEntries {
  private static final long MILLI = 1_000_000;
  private static final int OPEN = 10_000;

  private final ReadSettings settings;
  private final Reading into;
  private final RailsSpans spans;
  private final OtherLines others = new OtherLines();
  private final Map<String, RailsRequest> open = new LinkedHashMap<>();
  private final Map<RailsRequest, String> ids = new LinkedHashMap<>();
  private long unfinished;

  RailsEntries(String format, ReadSettings settings, Reading into) {
    this.settings = settings;
    this.into = into;
    spans = new RailsSpans(format, into);
  }

  void line(RailsLine line) {
    String message = line.message();
    Optional<RailsRequest> started = RailsRequest.started(line);
    Optional<RailsQuery> query = RailsQuery.of(message);
    Optional<Completed> completed = Completed.of(message);
    RailsRequest request = open.get(line.session());
    if (started.isPresent()) {
      begin(line, started.get());
    } else if (query.isPresent()) {
      String parent = request == null ? "" : ids.getOrDefault(request, "");
      spans.query(query.get(), parent, line.end(settings.zone()), line.place());
      Optional.ofNullable(request).ifPresent(RailsRequest::query);
    } else if (completed.isPresent()) {
      complete(line, completed.get());
    } else if (message.startsWith("Processing by ") && request != null) {
      int as = message.indexOf(" as ");
      request.route(message.substring("Processing by ".length(), as < 0 ? message.length() : as));
    } else {
      other(line);
    }
  }

  private void other(RailsLine line) {
    Optional<Map<String, String>> lograge = Lograge.of(line.message());
    if (lograge.isPresent()) {
      lograge(line, lograge.get());
    } else if (!line.message().isBlank()) {
      others.count("line of text");
    }
  }

  private void begin(RailsLine line, RailsRequest request) {
    Optional.ofNullable(open.remove(line.session())).ifPresent(this::unfinished);
    if (open.size() == OPEN) {
      Optional.ofNullable(open.remove(open.keySet().iterator().next())).ifPresent(this::unfinished);
    }
    open.put(line.session(), request);
    ids.put(request, spans.id(RailsSpans.CLOCK, line.session(), line.message()));
  }

  private void complete(RailsLine line, Completed completed) {
    RailsRequest request = open.remove(line.session());
    OptionalLong duration = Decimal.nanos(completed.millis(), MILLI);
    if (request == null || duration.isEmpty()) {
      into.skipped(
          line.place(),
          request == null
              ? "the beginning of the request is not in the file"
              : "the duration " + completed.millis() + " is not a number");
      return;
    }
    String id = Optional.ofNullable(ids.remove(request)).orElse("");
    Attributes.Builder attributes = attributes(request);
    attributes.put(AttributeNames.STATUS, completed.status());
    Optional<LocalStamp> begun = request.begun();
    OptionalLong start =
        begun.isPresent() ? begun.get().unixNanos(settings.zone()) : OptionalLong.empty();
    SpanTime time = time(line, start, duration.getAsLong());
    spans.request(id, attributes, time, Optional.of(completed));
    if (request.queries() == 0) {
      spans.part("ActiveRecord", Layer.DATABASE, completed.database(), id);
    }
  }

  /// The logger's stamp is finer than the beginning in the message, which counts whole seconds.
  private SpanTime time(RailsLine line, OptionalLong start, long duration) {
    OptionalLong end = line.end(settings.zone());
    if (end.isPresent()) {
      long step = line.stamp().map(LocalStamp::resolutionNanos).orElse(MILLI);
      return SpanTime.ending(end.getAsLong(), duration, Math.max(step, MILLI));
    }
    return start.isPresent()
        ? SpanTime.of(start.getAsLong(), duration, 1_000 * MILLI)
        : SpanTime.lasting(duration, MILLI);
  }

  private static Attributes.Builder attributes(RailsRequest request) {
    Attributes.Builder attributes = target(request.method(), request.target());
    put(attributes, AttributeNames.CLIENT_ADDRESS, request.client());
    put(attributes, AttributeNames.CODE_FUNCTION, request.route());
    put(attributes, AttributeNames.PROCESS_ID, request.line().pid());
    put(attributes, AttributeNames.REQUEST_ID, request.line().tag());
    return attributes;
  }

  private static Attributes.Builder target(String method, String target) {
    int mark = target.indexOf('?');
    Attributes.Builder attributes = Attributes.builder().put(AttributeNames.METHOD, method);
    put(attributes, AttributeNames.PATH, mark < 0 ? target : target.substring(0, mark));
    put(attributes, AttributeNames.QUERY, mark < 0 ? "" : target.substring(mark + 1));
    return attributes;
  }

  private static void put(Attributes.Builder attributes, String name, String value) {
    if (!value.isEmpty()) {
      attributes.put(name, value);
    }
  }

  private void lograge(RailsLine line, Map<String, String> members) {
    OptionalLong duration = Decimal.nanos(members.getOrDefault("duration", ""), MILLI);
    if (duration.isEmpty()) {
      into.skipped(line.place(), "its duration is not a number");
      return;
    }
    Attributes.Builder attributes =
        target(members.getOrDefault("method", ""), members.getOrDefault("path", ""));
    attributes.put(AttributeNames.STATUS, members.getOrDefault("status", ""));
    String controller = members.getOrDefault("controller", "");
    put(
        attributes,
        AttributeNames.CODE_FUNCTION,
        controller.isEmpty() ? "" : controller + '#' + members.getOrDefault("action", ""));
    put(attributes, AttributeNames.REQUEST_ID, members.getOrDefault("request_id", line.tag()));
    put(attributes, AttributeNames.PROCESS_ID, line.pid());
    String id = spans.id(RailsSpans.CLOCK, line.session(), line.stamp().toString(), line.message());
    Completed completed =
        new Completed("", "", members.getOrDefault("view", ""), members.getOrDefault("db", ""));
    SpanTime time = time(stamped(line, members), OptionalLong.empty(), duration.getAsLong());
    spans.request(id, attributes, time, Optional.of(completed));
    spans.part("ActiveRecord", Layer.DATABASE, completed.database(), id);
  }

  /// With the time among its members, where the logger writes none.
  private static RailsLine stamped(RailsLine line, Map<String, String> members) {
    String text =
        members.getOrDefault(
            "@timestamp", members.getOrDefault("time", members.getOrDefault("timestamp", "")));
    return line.stamp().isPresent()
        ? line
        : new RailsLine(
            line.place(), LocalStamp.find(text), line.pid(), line.tag(), line.message());
  }

  private void unfinished(RailsRequest request) {
    unfinished++;
    String id = Optional.ofNullable(ids.remove(request)).orElse("");
    Optional<LocalStamp> begun = request.begun();
    OptionalLong start =
        begun.isPresent() ? begun.get().unixNanos(settings.zone()) : OptionalLong.empty();
    if (start.isPresent()) {
      SpanTime time = SpanTime.instant(start.getAsLong(), 1_000 * MILLI);
      spans.request(id, attributes(request), time, Optional.empty());
    } else {
      into.skipped(request.line().place(), "its end is not in the file");
    }
  }

  /// No more lines follow.
  void end() {
    open.values().forEach(this::unfinished);
    open.clear();
    if (unfinished > 0) {
      into.warning(
          unfinished
              + " requests have no end of their own: where several run at once, the log must"
              + " distinguish them (config.log_tags = [:request_id]).");
    }
    others.report(into);
  }
}
