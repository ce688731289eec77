package dev.lightfoot.codec.memcached;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.lines.LineSource;
import dev.lightfoot.codec.text.LocalStamp;
import dev.lightfoot.codec.text.SpanIds;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// Output of `memcached -vv`: `<24 get :1:item:0`. It has neither times nor durations; where
/// something else (a journal, `ts`) puts a time before each line, commands are instants, else they
/// are counted only.
public final class MemcachedReader implements LogReader {
  private static final LogFormat FORMAT =
      new LogFormat(
          "memcached",
          "memcached -vv",
          LogFormat.Stamp.START,
          1,
          false,
          Optional.of("memcached -vv 2>&1 | ts '%Y-%m-%dT%H:%M:%.S%z'"));
  private static final String SYSTEM = "memcached";
  private static final int CERTAIN = 88;
  private static final int LINES = 50;
  private static final int KINDS = 40;

  private static final String COMMANDS =
      " get gets gat gats mg set add replace append prepend cas ms delete md incr decr ma touch ";

  /// A command taken apart.
  private record Command(String before, String client, String verb, String keys, int count) {
    static Optional<Command> of(String line) {
      int start = line.indexOf('<');
      int space = start < 0 ? -1 : line.indexOf(' ', start);
      if (space < start + 2 || !number(line.substring(start + 1, space))) {
        return Optional.empty();
      }
      String[] words = line.substring(space + 1).split(" ", -1);
      String verb = words[0];
      if (verb.isEmpty() || words.length < 2 || !COMMANDS.contains(" " + verb + " ")) {
        return Optional.empty();
      }
      boolean many = verb.equals("get") || verb.equals("gets");
      String keys = many ? line.substring(space + 1 + verb.length()).strip() : words[1];
      return Optional.of(
          new Command(
              line.substring(0, start),
              line.substring(start + 1, space),
              verb,
              keys,
              many ? words.length - 1 : 1));
    }

    private static boolean number(String text) {
      return text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  @Override
  public LogFormat format() {
    return FORMAT;
  }

  @Override
  public int recognises(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.UTF_8);
    boolean found =
        text.lines()
            .limit(LINES)
            .anyMatch(
                line ->
                    (line.startsWith("<") && Command.of(line).isPresent())
                        || line.matches("[<>]\\d{1,6} (sending key|new .*connection).*"));
    return found ? CERTAIN : 0;
  }

  @Override
  public void read(InputStream in, ReadSettings settings, Reading into) throws IOException {
    Map<String, Long> untimed = new TreeMap<>();
    SpanIds ids = new SpanIds();
    LineSource lines = new LineSource(in, into);
    while (lines.next()) {
      Optional<Command> found = Command.of(lines.text());
      if (found.isPresent()) {
        Command command = found.get();
        Optional<LocalStamp> stamp = LocalStamp.find(command.before());
        OptionalLong at =
            stamp.isPresent() ? stamp.get().unixNanos(settings.zone()) : OptionalLong.empty();
        if (at.isPresent()) {
          SpanTime time = SpanTime.instant(at.getAsLong(), stamp.orElseThrow().resolutionNanos());
          into.span(span(command, time, ids));
        } else if (untimed.size() < KINDS) {
          untimed.merge(command.verb(), (long) command.count(), Long::sum);
        }
      }
    }
    reportUntimed(untimed, into);
  }

  private static Span span(Command command, SpanTime time, SpanIds ids) {
    String name = command.verb().toUpperCase(Locale.ROOT);
    String query = command.verb() + ' ' + command.keys();
    Attributes.Builder attributes =
        Attributes.builder()
            .add(AttributeNames.FORMAT, FORMAT.name())
            .add(AttributeNames.DB_SYSTEM, SYSTEM)
            .add(AttributeNames.DB_OPERATION, name)
            .add(AttributeNames.DB_QUERY, query)
            .add(AttributeNames.CLOCK, SYSTEM);
    if (command.count() > 1) {
      attributes.put(AttributeNames.DB_BATCH, command.count());
    }
    String id = ids.of(SYSTEM, Long.toString(time.atUnixNanos()), command.client(), query);
    return Span.of(id, name, Layer.CACHE, SpanKind.SERVER, time).with(attributes.build());
  }

  private static void reportUntimed(Map<String, Long> untimed, Reading into) {
    if (!untimed.isEmpty()) {
      StringBuilder text = new StringBuilder("memcached -vv writes no times; keys without one: ");
      untimed.forEach((verb, count) -> text.append(count).append(" × ").append(verb).append(", "));
      text.setLength(text.length() - 2);
      into.warning(text.append(". Run it as ").append(FORMAT.advice().orElseThrow()).toString());
    }
  }
}
