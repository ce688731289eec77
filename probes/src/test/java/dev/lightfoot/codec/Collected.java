package dev.lightfoot.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that a reader told, kept.
public final class Collected implements Reading {
  public final List<Span> spans = new ArrayList<>();
  public final List<Span> derived = new ArrayList<>();
  public final List<String> skipped = new ArrayList<>();
  public final List<String> warnings = new ArrayList<>();

  public static Collected of(LogReader reader, String text) {
    return of(reader, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Collected of(LogReader reader, String text, String zone) {
    return of(reader, text.getBytes(StandardCharsets.UTF_8), in(zone));
  }

  public static Collected of(LogReader reader, byte[] bytes) {
    return of(reader, bytes, ReadSettings.NONE);
  }

  /// What reading from memory cannot fail at fails the test.
  public static Collected of(LogReader reader, byte[] bytes, ReadSettings settings) {
    Collected all = new Collected();
    try {
      reader.read(new ByteArrayInputStream(bytes), settings, all);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  /// Of a file of the data beside the project, and a line for people who read the log of a build.
  public static Collected ofShared(LogReader reader, String name, ReadSettings settings)
      throws IOException {
    Collected all = of(reader, Files.readAllBytes(shared(name)), settings);
    System.out.printf(
        "%s: %s, %d read, %d skipped %s, %s%n",
        name,
        reader.format().name(),
        all.spans.size(),
        all.skipped.size(),
        all.skipped,
        all.warnings);
    return all;
  }

  public static Path shared(String name) {
    Path file =
        Path.of(System.getProperty("lightfoot.root", "."))
            .resolve("../shared/data")
            .resolve(name)
            .normalize();
    assumeTrue(Files.isRegularFile(file), name + " is not beside the project (../shared/data)");
    return file;
  }

  public static ReadSettings in(String zone) {
    return new ReadSettings(Optional.of(ZoneId.of(zone)), Optional.empty(), Optional.empty());
  }

  /// The requests that servers answered.
  public List<Span> entries() {
    return spans.stream().filter(span -> span.kind() == SpanKind.SERVER).toList();
  }

  /// The parts of a request.
  public List<Span> childrenOf(Span span) {
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
  public void derived(Span span) {
    derived.add(span);
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
