package dev.lightfoot.codec.accesslog;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.codec.accesslog.entry.Entry;
import dev.lightfoot.codec.accesslog.entry.EntrySpans;
import dev.lightfoot.codec.lines.LineSource;
import java.io.IOException;
import java.io.InputStream;

/// Reads a file line by line: each as its layout finds it, handed on as spans.
final class LineLoop {
  private static final int LINES_BETWEEN_QUESTIONS = 1023;

  private LineLoop() {}

  /// Reads to the end, or until the reading is cancelled.
  static void read(InputStream in, LineFormat format, EntrySpans spans, Reading into)
      throws IOException {
    LineSource lines = new LineSource(in, into);
    Entry entry = new Entry();
    boolean advised = false;
    long others = 0;
    long messages = 0;
    long count = 0;
    while (lines.next()) {
      if ((++count & LINES_BETWEEN_QUESTIONS) == 0 && into.cancelled()) {
        break;
      }
      entry.clear();
      LineFormat.Kind kind = format.take(lines.bytes(), lines.start(), lines.end(), entry);
      if (kind == LineFormat.Kind.ENTRY && !spans.add(entry)) {
        kind = LineFormat.Kind.BAD;
      }
      if (kind == LineFormat.Kind.BAD) {
        into.skipped(lines.place(), "The line cannot be read: " + problem(entry) + ".");
        advised = advised || zoneAdvice(entry, into);
      }
      others += kind == LineFormat.Kind.OTHER ? 1 : 0;
      messages += kind == LineFormat.Kind.MESSAGE ? 1 : 0;
    }
    format.remarks().forEach(into::warning);
    if (others > 0) {
      into.warning("Lines that are not about requests: {0}.", others);
    }
    if (messages > 0) {
      into.warning("Messages of the server itself, as in its error log: {0}.", messages);
    }
    spans.close();
  }

  private static String problem(Entry entry) {
    return entry.problem().isEmpty() ? "it is not laid out as this format is" : entry.problem();
  }

  private static boolean zoneAdvice(Entry entry, Reading into) {
    if (entry.lacksZone()) {
      into.warning(
          "The times of this log are local times of its server and say no zone: say which"
              + " (--zone Europe/Berlin), and they can be read.");
    }
    return entry.lacksZone();
  }
}
