package dev.lightfoot.codec.mysql;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.text.Decimal;
import dev.lightfoot.codec.text.LocalStamp;
import dev.lightfoot.model.span.SpanTime;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a statement ran: by `# Time` with a zone (its end, in microseconds), else by `SET
/// timestamp` (in seconds: its beginning or its end, as the server is), else by `# Time` without a
/// zone.
final class SlowTime {
  private static final long SECOND = 1_000_000_000;

  /// `170213 16:00:33`, the hour without a zero before it.
  private static final Pattern OLD =
      Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d) {1,2}(\\d{1,2}):(\\d\\d):(\\d\\d)");

  private static final int CENTURY = 2000;

  private final Optional<ZoneId> said;
  private OptionalLong end = OptionalLong.empty();
  private long resolution;
  private boolean exact;
  private Server server = Server.UNKNOWN;
  private long assumed;

  SlowTime(ReadSettings settings) {
    said = settings.zone();
  }

  /// Takes what is known of the server.
  void server(Server known) {
    server = known;
  }

  /// Takes a `# Time`; it counts until the next. Servers that stamp the start write it in ISO 8601.
  void written(String text) {
    Optional<LocalStamp> stamp = LocalStamp.find(text);
    exact = stamp.isPresent() && stamp.get().offset().isPresent();
    if (stamp.isPresent()) {
      end = stamp.get().unixNanos(said);
      resolution = stamp.get().resolutionNanos();
    } else {
      end = old(text);
      resolution = SECOND;
      server = server == Server.UNKNOWN ? Server.STAMPS_END : server;
    }
  }

  private OptionalLong old(String text) {
    Matcher parts = OLD.matcher(text.strip());
    if (!parts.matches() || said.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      LocalDateTime local =
          LocalDateTime.of(
              CENTURY + Integer.parseInt(parts.group(1)),
              Integer.parseInt(parts.group(2)),
              Integer.parseInt(parts.group(3)),
              Integer.parseInt(parts.group(4)),
              Integer.parseInt(parts.group(5)),
              Integer.parseInt(parts.group(6)));
      return OptionalLong.of(local.atZone(said.get()).toEpochSecond() * SECOND);
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  /// Of one statement.
  ///
  /// @param timestamp of its `SET timestamp`; empty where it has none
  SpanTime of(String timestamp, long duration) {
    OptionalLong set = Decimal.nanos(timestamp, SECOND);
    if (exact && end.isPresent()) {
      SpanTime time = SpanTime.ending(end.getAsLong(), duration, resolution);
      exact = false;
      return time;
    }
    if (set.isPresent()) {
      return bySet(set.getAsLong(), duration);
    }
    return end.isPresent()
        ? SpanTime.ending(end.getAsLong(), duration, Math.max(resolution, SECOND))
        : SpanTime.lasting(duration, 1_000);
  }

  private SpanTime bySet(long at, long duration) {
    if (server == Server.STAMPS_START) {
      return SpanTime.of(at, duration, SECOND);
    }
    assumed += server == Server.UNKNOWN ? 1 : 0;
    return SpanTime.ending(at, duration, SECOND);
  }

  /// Says what was assumed.
  void report(Reading into) {
    if (assumed > 0) {
      into.warning(
          assumed
              + " statements have no time but SET timestamp, which was taken for their end, as"
              + " MariaDB and MySQL before 8.0.14 write it; newer ones write their beginning. The"
              + " log's first lines, which name the server, are missing.");
    }
  }
}
