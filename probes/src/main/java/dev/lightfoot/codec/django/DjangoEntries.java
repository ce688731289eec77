package dev.lightfoot.codec.django;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.django.DjangoSpans.Stamp;
import dev.lightfoot.codec.django.DjangoSpans.Writer;
import dev.lightfoot.codec.text.LocalStamp;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Puts the lines of Django's text log together: a statement of several lines ends with its
/// arguments.
final class DjangoEntries {
  private static final long SECOND = 1_000_000_000;

  /// Longest statement of several lines.
  private static final int LIMIT = 256 * 1024;

  private static final int PID_DIGITS = 7;

  private final ReadSettings settings;
  private final Reading into;
  private final DjangoSpans spans;
  private final StringBuilder rest = new StringBuilder();
  private @Nullable QueryLine open;
  private String prefix = "";
  private String place = "";

  DjangoEntries(ReadSettings settings, Reading into, DjangoSpans spans) {
    this.settings = settings;
    this.into = into;
    this.spans = spans;
  }

  void line(String line, String linePlace) {
    Optional<QueryLine> query = QueryLine.in(line);
    boolean begins =
        query.isPresent() || LocalStamp.find(line).map(LocalStamp::start).equals(Optional.of(0));
    QueryLine before = open;
    if (before != null && !begins) {
      goOn(before, line);
      return;
    }
    end();
    if (query.isPresent()) {
      open = query.get();
      prefix = line.substring(0, query.get().start());
      place = linePlace;
      goOn(query.get(), query.get().rest());
    } else {
      request(line, linePlace);
    }
  }

  private void goOn(QueryLine query, String line) {
    rest.append(rest.isEmpty() ? "" : "\n").append(line);
    if (rest.length() > LIMIT) {
      close();
      into.skipped(place, "the statement is longer than " + LIMIT / 1024 + " KiB");
    } else if (QueryLine.endsIn(line)) {
      QueryLine whole = new QueryLine(query.start(), query.seconds(), rest.toString());
      close();
      spans.query(stamp(prefix, place), whole, "");
    }
  }

  private void close() {
    open = null;
    rest.setLength(0);
  }

  private void request(String line, String linePlace) {
    Optional<RequestLine> served = RequestLine.ofServer(line);
    Optional<LocalDateTime> time = RunserverTime.find(line);
    if (served.isPresent() && time.isPresent()) {
      OptionalLong nanos =
          settings.zone().isPresent()
              ? OptionalLong.of(time.get().atZone(settings.zone().get()).toEpochSecond() * SECOND)
              : OptionalLong.empty();
      spans.request(
          new Stamp(linePlace, time.get().toString(), nanos, SECOND, Writer.UNKNOWN), served.get());
      return;
    }
    int name = line.indexOf("django.request");
    int message = name < 0 ? -1 : line.indexOf(' ', name);
    Optional<RequestLine> failed =
        message < 0 ? Optional.empty() : RequestLine.ofRequest(line.substring(message).strip());
    if (failed.isPresent()) {
      spans.request(stamp(line.substring(0, name), linePlace), failed.get());
    } else if (!line.isBlank()) {
      spans.other("line of text");
    }
  }

  /// What a formatter wrote before a message.
  private Stamp stamp(String before, String linePlace) {
    Optional<LocalStamp> found = LocalStamp.find(before);
    if (found.isEmpty()) {
      return new Stamp(linePlace, "", OptionalLong.empty(), 1, Writer.UNKNOWN);
    }
    LocalStamp stamp = found.get();
    return new Stamp(
        linePlace,
        stamp.local().toString(),
        stamp.unixNanos(settings.zone()),
        stamp.resolutionNanos(),
        writer(before.substring(stamp.end())));
  }

  /// The first number, unless it is too large for a process; and the number that stands next to it,
  /// as in Django's own example of a formatter.
  private static Writer writer(String text) {
    String[] words = text.split("[^0-9A-Za-z_.]+", -1);
    for (int i = 0; i < words.length; i++) {
      if (isNumber(words[i]) && words[i].length() <= PID_DIGITS) {
        boolean thread = i + 1 < words.length && isNumber(words[i + 1]);
        return new Writer(words[i], thread ? words[i + 1] : "");
      }
    }
    return Writer.UNKNOWN;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }

  /// No more lines follow.
  void end() {
    if (open != null) {
      close();
      into.skipped(place, "the statement is not complete: its arguments are missing");
    }
  }
}
