package dev.lightfoot.codec.semconv;

import dev.lightfoot.codec.Reading;
import java.util.EnumMap;
import java.util.Map;

/// Counts what a source records less exactly than it should, to be reported once at its end.
public final class Notes {
  private final Map<Note, Long> counts = new EnumMap<>(Note.class);

  /// Something worth a sentence.
  public enum Note {
    BACKWARDS(
        "Spans that end before they begin: {0}; each is kept as an instant without a duration."),
    OPEN("Spans without an end: {0}; each is kept as an instant without a duration."),
    STARTLESS("Spans without a start: {0}; each is kept as the instant of its end."),
    DROPPED(
        "Spans whose recorder dropped attributes, events or links: {0};"
            + " counts over them are lower bounds."),
    FOLDED(
        "Spans in which their recorder put several calls into one: {0};"
            + " they count as that many calls."),
    LINKS("Links without a valid trace and span id, left out: {0}."),
    LOGS("Lists of log records, which are not read here: {0}."),
    METRICS("Lists of metrics, which are not read here: {0}."),
    OTHERS("Lines or records that hold no spans: {0}."),
    LATE_RECORDERS(
        "Spans that come before the name of their service, too many to hold back: {0}"
            + " without a service name."),
    NO_DURATION("Spans without a duration: {0}; each is kept as an instant."),
    WARNED("Spans with a warning of the tool that wrote the file, kept as lightfoot.warning: {0}."),
    UNENDED("Events that begin and never end in this file: {0}; not kept."),
    UNBEGUN("Events that end without a beginning in this file: {0}; not kept.");

    private final String sentence;

    Note(String sentence) {
      this.sentence = sentence;
    }
  }

  public void count(Note note) {
    count(note, 1);
  }

  public void count(Note note, long times) {
    if (times > 0) {
      counts.merge(note, times, Long::sum);
    }
  }

  /// Reports what has been counted and starts over.
  public void report(Reading reading) {
    counts.forEach((note, count) -> reading.warning(note.sentence, count));
    counts.clear();
  }
}
