package dev.lightfoot.truth;

import dev.lightfoot.intake.FileReading;
import dev.lightfoot.intake.Intake;
import dev.lightfoot.intake.IntakeListener;
import dev.lightfoot.intake.IntakeSettings;
import dev.lightfoot.intake.Source;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the lab's servers logged during one measurement, and whose each entry is: nginx gives every
/// request an id, which access logs hold and the shop writes into a comment of each statement
/// (LAB_MARKS). Neither is left in the spans, so that what joins them cannot see it.
final class TriedLogs {
  private static final Pattern MARK = Pattern.compile(" ?/\\* asked by (\\S+) \\*/");

  private final List<Span> spans = new ArrayList<>();
  private final Map<String, String> owners = new HashMap<>();

  /// @param files the logs
  static TriedLogs read(List<Path> files) throws IOException {
    TriedLogs logs = new TriedLogs();
    for (Path file : files) {
      logs.read(file.getFileName().toString(), Files.readAllBytes(file));
    }
    return logs;
  }

  private void read(String name, byte[] lines) {
    Source source = new Source.Stream(name, new ByteArrayInputStream(lines));
    for (FileReading each :
        new Intake().read(List.of(source), IntakeSettings.NONE, (IntakeListener) this::add)) {
      if (each.failure().isPresent() || !each.entries().isEmpty()) {
        throw new IllegalStateException(name + ": " + each.failure() + each.entries());
      }
    }
  }

  private void add(Span span) {
    String text = span.attributes().get(AttributeNames.DB_QUERY).orElse("");
    Matcher mark = MARK.matcher(text);
    Optional<String> owner =
        mark.find()
            ? Optional.of(mark.group(1))
            : span.attributes().get(AttributeNames.REQUEST_ID).filter(id -> id.length() > 1);
    owner.ifPresent(id -> owners.put(key(span), id));
    Attributes.Builder kept = Attributes.builder();
    span.attributes()
        .forEach(
            (name, value) -> {
              if (!name.equals(AttributeNames.REQUEST_ID)) {
                kept.put(name, MARK.matcher(value).replaceAll(""));
              }
            });
    spans.add(span.with(kept.build()));
  }

  private static String key(Span span) {
    return span.spanId() + span.kind() + span.layer();
  }

  /// All that was read: trace ids are in it, request ids are not.
  List<Span> spans() {
    return List.copyOf(spans);
  }

  /// The same without trace ids.
  static List<Span> withoutIds(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                Span.of(span.spanId(), span.name(), span.layer(), span.kind(), span.time())
                    .with(span.status())
                    .with(span.attributes()))
        .toList();
  }

  /// The request that it was logged for; empty for what a driver sends of its own.
  Optional<String> owner(Span span) {
    return Optional.ofNullable(owners.get(key(span)));
  }

  /// `nginx`, `gunicorn`, `django` or `postgresql`.
  static String log(Span span) {
    String format = span.attributes().get(AttributeNames.FORMAT).orElse("");
    return List.of("nginx", "gunicorn", "django", "postgresql").stream()
        .filter(format::startsWith)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no log of the lab: " + format));
  }
}
