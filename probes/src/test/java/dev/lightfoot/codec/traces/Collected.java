package dev.lightfoot.codec.traces;

import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Keeps all that a reader finds.
public final class Collected implements Reading {
  public final List<Span> spans = new ArrayList<>();
  public final List<String> skipped = new ArrayList<>();
  public final List<String> warnings = new ArrayList<>();

  public static Collected of(LogReader reader, byte[] bytes) {
    Collected collected = new Collected();
    try {
      reader.read(new ByteArrayInputStream(bytes), ReadSettings.NONE, collected);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return collected;
  }

  public static Collected of(LogReader reader, String text) {
    return of(reader, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void span(Span span) {
    spans.add(span);
  }

  @Override
  public void skipped(String place, String reason) {
    skipped.add(place + ": " + reason);
  }

  @Override
  public void warning(String sentence) {
    warnings.add(sentence);
  }

  @Override
  public boolean cancelled() {
    return false;
  }
}
