package dev.lightfoot.codec.postgres;

import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts the lines of the stderr log together to entries: continued lines begin with a tabulator,
/// and DETAIL, HINT and STATEMENT have lines of their own. Parameters stand in DETAIL and are not
/// kept.
final class StderrEntries {
  /// Longest entry of several lines.
  private static final int LIMIT = 256 * 1024;

  private final ReadSettings settings;
  private final Reading into;
  private final Sessions sessions;
  private final StringBuilder message = new StringBuilder();
  private final StringBuilder query = new StringBuilder();
  private @Nullable StderrLine first;
  private String place = "";
  private @Nullable StringBuilder section;
  private String damage = "";
  private boolean afterGap;

  StderrEntries(ReadSettings settings, Reading into, Sessions sessions) {
    this.settings = settings;
    this.into = into;
    this.sessions = sessions;
  }

  void line(String text, String linePlace) {
    if (text.startsWith("\t")) {
      continued(text.substring(1), linePlace);
      return;
    }
    Optional<StderrLine> line = StderrLine.of(text);
    if (line.isEmpty()) {
      if (!text.isBlank()) {
        end();
        into.skipped(linePlace, "it has no PostgreSQL timestamp and severity");
      }
    } else if (line.get().belongsToTheOneBefore()) {
      section = line.get().severity().equals("STATEMENT") ? query : null;
      append(line.get().message());
    } else {
      end();
      begin(line.get(), linePlace);
    }
  }

  private void begin(StderrLine line, String linePlace) {
    first = line;
    afterGap = false;
    place = linePlace;
    section = message;
    append(line.message());
  }

  private void continued(String text, String linePlace) {
    if (first == null && afterGap) {
      return;
    }
    if (first == null) {
      into.skipped(linePlace, "it continues an entry whose beginning is not in the file");
      return;
    }
    append("\n");
    append(text);
  }

  private void append(String text) {
    StringBuilder current = section;
    if (current != null && first != null) {
      if (current.length() + text.length() > LIMIT) {
        damage = "the entry is longer than " + LIMIT / 1024 + " KiB";
      } else {
        current.append(text);
      }
    }
  }

  /// A line was left out: it may have begun an entry or gone on with one.
  void gap() {
    end();
    afterGap = true;
  }

  /// No more lines belong to the entry.
  void end() {
    StderrLine line = first;
    if (line != null && damage.isEmpty()) {
      write(line);
    } else if (line != null) {
      into.skipped(place, damage);
    }
    first = null;
    section = null;
    damage = "";
    message.setLength(0);
    query.setLength(0);
  }

  private void write(StderrLine line) {
    try {
      Optional<Prefix> prefix = Prefix.of(line.prefix(), settings.zone());
      if (prefix.isEmpty()) {
        into.skipped(place, "its log_line_prefix has no timestamp (add %m)");
        return;
      }
      LogTime time = prefix.get().time();
      sessions.accept(
          new LogEntry(
              place,
              time.unixNanos(),
              time.resolutionNanos(),
              prefix.get().pid(),
              prefix.get().client(),
              line.severity(),
              "",
              message.toString(),
              query.toString()));
    } catch (LogTime.UnknownZone e) {
      into.skipped(place, e.reason());
    }
  }
}
