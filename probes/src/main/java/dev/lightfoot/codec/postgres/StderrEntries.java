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
  private HeadedLine head = HeadedLine.of("");
  private @Nullable StringBuilder section;
  private String damage = "";
  private boolean afterGap;

  StderrEntries(ReadSettings settings, Reading into, Sessions sessions) {
    this.settings = settings;
    this.into = into;
    this.sessions = sessions;
  }

  void line(HeadedLine headed) {
    String text = headed.text();
    if (text.startsWith("\t")) {
      continued("\n" + text.substring(1), headed.place());
      return;
    }
    Optional<StderrLine> line = StderrLine.of(text);
    if (line.isEmpty() && headed.isRest()) {
      continued(text, headed.place());
    } else if (line.isEmpty()) {
      other(text, headed.place());
    } else if (line.get().belongsToTheOneBefore()) {
      section = line.get().severity().equals("STATEMENT") ? query : null;
      append(line.get().message());
    } else {
      end();
      begin(line.get(), headed);
    }
  }

  private void other(String text, String linePlace) {
    if (text.isBlank()) {
      return;
    }
    end();
    if (Translation.isLine(text)) {
      sessions.translated();
    } else {
      into.skipped(linePlace, "it has no PostgreSQL timestamp and severity");
    }
  }

  private void begin(StderrLine line, HeadedLine headed) {
    first = line;
    head = headed;
    afterGap = false;
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
      into.skipped(head.place(), damage);
    }
    first = null;
    section = null;
    damage = "";
    message.setLength(0);
    query.setLength(0);
  }

  private void write(StderrLine line) {
    try {
      Optional<Prefix> prefix = Prefix.of(line.prefix(), settings.zone(), head);
      if (prefix.isEmpty()) {
        into.skipped(head.place(), "its log_line_prefix has no timestamp (add %m)");
        return;
      }
      LogTime time = prefix.get().time();
      sessions.accept(
          new LogEntry(
              head.place(),
              time.unixNanos(),
              time.resolutionNanos(),
              prefix.get().pid(),
              prefix.get().client(),
              line.severity(),
              line.sqlState(),
              message.toString(),
              query.toString()));
    } catch (LogTime.UnknownZone e) {
      into.skipped(head.place(), e.reason());
    }
  }
}
