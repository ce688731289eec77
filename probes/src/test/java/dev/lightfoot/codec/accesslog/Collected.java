package dev.lightfoot.codec.accesslog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.lightfoot.codec.LogReader;
import dev.lightfoot.codec.ReadSettings;
import dev.lightfoot.codec.Reading;
import dev.lightfoot.model.Span;
import dev.lightfoot.model.SpanKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Everything that a reader finds.
final class Collected implements Reading {
  final List<Span> spans = new ArrayList<>();
  final List<String> skipped = new ArrayList<>();
  final List<String> warnings = new ArrayList<>();

  static Collected of(LogReader reader, byte[] file, ReadSettings settings) throws IOException {
    Collected collected = new Collected();
    reader.read(new ByteArrayInputStream(file), settings, collected);
    return collected;
  }

  static Collected of(LogReader reader, String... lines) throws IOException {
    return of(reader, bytes(lines), ReadSettings.NONE);
  }

  static byte[] bytes(String... lines) {
    return (String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
  }

  /// The requests.
  List<Span> entries() {
    return spans.stream().filter(span -> span.kind() == SpanKind.SERVER).toList();
  }

  /// The parts of a request.
  List<Span> childrenOf(Span span) {
    return spans.stream()
        .filter(child -> child.kind() != SpanKind.SERVER)
        .filter(child -> child.parentSpanId().orElse("").equals(span.spanId()))
        .toList();
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
