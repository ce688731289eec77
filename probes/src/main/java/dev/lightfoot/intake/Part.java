package dev.lightfoot.intake;

import dev.lightfoot.codec.Reading;
import dev.lightfoot.intake.FileReading.Skipped;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is read of one part of a file, until it is its turn to be handed on.
final class Part implements Reading {
  private static final int AHEAD = 64;

  private final Tally file;
  private final List<Span> spans = new ArrayList<>();
  private final BitSet details = new BitSet();
  private final BitSet derived = new BitSet();
  private long[] keys = new long[1 << 10]; // made by the thread that reads
  private final List<Skipped> skipped = new ArrayList<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Map<String, long[]> counted = new LinkedHashMap<>();

  Part(Tally file) {
    this.file = file;
  }

  @Override
  public void span(Span span) {
    if (spans.size() == keys.length) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
    }
    keys[spans.size()] = file.key(span);
    spans.add(span);
  }

  @Override
  public void derived(Span span) {
    derived.set(spans.size());
    span(span);
  }

  @Override
  public void detail(Span span) {
    details.set(spans.size());
    span(span);
  }

  @Override
  public void skipped(String place, String reason) {
    skipped.add(new Skipped(place, reason));
  }

  @Override
  public void warning(String sentence) {
    warnings.add(sentence);
  }

  @Override
  public void warning(String pattern, long... counts) {
    counted.put(pattern, counts.clone());
  }

  @Override
  public boolean cancelled() {
    return file.cancelled();
  }

  /// Hands it all on.
  ///
  /// @param linesBefore of the file before this part
  void handOn(long linesBefore) {
    for (int i = 0; i < spans.size(); i++) {
      if (i % AHEAD == 0) {
        file.look(keys, i, Math.min(i + AHEAD, spans.size()));
      }
      file.take(spans.get(i), keys[i], kind(i));
    }
    for (Skipped each : skipped) {
      file.skipped(Places.moved(each.place(), line -> line + linesBefore), each.reason());
    }
    warnings.forEach(file::warning);
    counted.forEach(file::counted);
    spans.clear();
    details.clear();
    derived.clear();
    skipped.clear();
    warnings.clear();
    counted.clear();
  }

  private Tally.Kind kind(int i) {
    return details.get(i)
        ? Tally.Kind.DETAIL
        : derived.get(i) ? Tally.Kind.DERIVED : Tally.Kind.SPAN;
  }
}
