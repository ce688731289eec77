package dev.lightfoot.intake;

import dev.lightfoot.codec.LogFormat;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.intake.known.EntryNumbers;
import dev.lightfoot.intake.known.KnownSpans;
import dev.lightfoot.intake.wrapped.LineNumbers;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Counts what is read of one file, and hands each span on once. What is listed is bounded; what is
/// counted is not.
final class Tally implements Reading {
  private static final int WARNINGS = 50;

  private final String path;
  private final Optional<String> part;
  private final Round round;
  private final KnownSpans.Teller teller;
  private final EntryNumbers numbers = new EntryNumbers();
  private final List<Skipped> entries = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, long[]> counted = new LinkedHashMap<>();
  private Optional<LogFormat> format = Optional.empty();
  private Optional<String> failure = Optional.empty();
  private Repeats repeats = Repeats.POSSIBLE;
  private Optional<LineNumbers> lines = Optional.empty();
  private long read;
  private long repeated;
  private long twice;
  private long skipped;

  /// How spans that come twice are known.
  enum Repeats {
    /// By their own ids, in one file and across files.
    IDENTIFIED,
    /// By what they say, across files.
    POSSIBLE,
    /// Not at all: derived ids of the only file.
    NONE
  }

  Tally(String path, Optional<String> part, Round round) {
    this.path = path;
    this.part = part;
    this.round = round;
    teller = round.known().teller();
  }

  /// The lines that are read are those of the file.
  void lines(LineNumbers numbers) {
    lines = Optional.of(numbers);
  }

  void format(LogFormat known, Repeats how) {
    format = Optional.of(known);
    repeats = how;
  }

  /// How a reader gave a span ([Reading]).
  enum Kind {
    SPAN,
    DERIVED,
    DETAIL
  }

  @Override
  public void span(Span span) {
    take(span, key(span), Kind.SPAN);
  }

  @Override
  public void derived(Span span) {
    take(span, key(span), Kind.DERIVED);
  }

  @Override
  public void detail(Span span) {
    take(span, key(span), Kind.DETAIL);
  }

  /// By what it is known again. May be asked by several threads.
  long key(Span span) {
    return repeats == Repeats.IDENTIFIED
        ? KnownSpans.identifiedKey(span)
        : KnownSpans.derivedKey(span);
  }

  /// Looks ahead for spans that are to be taken.
  ///
  /// @param keys of spans, of which those between two places are meant
  void look(long[] keys, int from, int to) {
    if (repeats != Repeats.NONE) {
      synchronized (round.known()) {
        round.known().look(keys, from, to, repeats == Repeats.POSSIBLE);
      }
    }
  }

  /// @param key its [#key]
  void take(Span given, long key, Kind kind) {
    int entries = kind == Kind.DETAIL ? 0 : 1;
    // The services of a compose log are read at the same time, and so are two readings that share
    // what they know.
    synchronized (round.known()) {
      KnownSpans.Claim claim =
          switch (repeats) {
            case IDENTIFIED -> teller.identified(key);
            case POSSIBLE -> teller.derived(key);
            case NONE -> alone(key, kind);
          };
      Span span =
          switch (kind) {
            case SPAN -> given;
            case DERIVED -> numbers.entry(given, teller.before());
            case DETAIL -> numbers.detail(given);
          };
      read += claim == KnownSpans.Claim.TWICE ? 0 : entries;
      switch (claim) {
        case NEW -> round.listener().span(span);
        case REPEATED -> {
          repeated += entries;
          round.listener().repeated(span);
        }
        case TWICE -> twice++;
      }
    }
  }

  private KnownSpans.Claim alone(long key, Kind kind) {
    if (kind == Kind.DERIVED) {
      teller.alone(key);
    }
    return KnownSpans.Claim.NEW;
  }

  @Override
  public void skipped(String place, String reason) {
    skipped++;
    if (entries.size() < FileReading.LISTED) {
      String inFile = lines.map(known -> Places.moved(place, known::inFile)).orElse(place);
      entries.add(new Skipped(inFile, reason));
    }
  }

  @Override
  public void warning(String sentence) {
    if (warnings.size() < WARNINGS) {
      warnings.add(sentence);
    }
  }

  @Override
  public void warning(String pattern, long... counts) {
    counted(pattern, counts);
  }

  /// Adds the counts to those of the same sentence.
  void counted(String pattern, long[] counts) {
    long[] sums = counted.computeIfAbsent(pattern, _ -> new long[counts.length]);
    for (int i = 0; i < Math.min(sums.length, counts.length); i++) {
      sums[i] += counts[i];
    }
  }

  @Override
  public boolean cancelled() {
    return round.listener().cancelled();
  }

  void failed(String sentence) {
    failure = Optional.of(sentence);
  }

  FileReading reading() {
    counted.forEach((pattern, sums) -> Reading.super.warning(pattern, sums));
    if (twice > 0) {
      warning(
          several(twice, "span comes twice and counts", "spans come twice and count") + " once.");
    }
    if (repeated > 0) {
      warning(
          several(repeated, "entry was", "entries were")
              + " also in another file, and counted there.");
    }
    if (round.known().forgot()) {
      warning(
          "So many entries were read that repetitions were looked for among the last "
              + KnownSpans.LIMIT
              + " only.");
    }
    return new FileReading(
        path, part, format, read, repeated, skipped, entries, List.copyOf(warnings), failure);
  }

  private static String several(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
