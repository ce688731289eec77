package dev.lightfoot.codec.snapshot;

import dev.lightfoot.shape.Member;
import dev.lightfoot.shape.Shape;
import dev.lightfoot.shape.snapshot.SnapshotShape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Makes the JSON Schema of the snapshot format from the shapes of its records.
final class SchemaWriter {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, Object> definitions = new TreeMap<>();
  private final Deque<Shape<?>> open = new ArrayDeque<>();

  private SchemaWriter() {}

  static String snapshot() {
    return new SchemaWriter().document();
  }

  private String document() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "https://lightfoot.dev/schema/snapshot-v1.schema.json");
    schema.put("title", "Lightfoot snapshot, version 1");
    Map<String, Object> root = object(SnapshotShape.SNAPSHOT);
    root.put(
        "description",
        SnapshotShape.SNAPSHOT.description()
            + " Members that a reader does not know are kept and written back. Absent and null"
            + " mean the same. Where checksum is present it is the last member: sha256: and the"
            + " SHA-256 in lower-case hexadecimal of all bytes from the first { up to, and"
            + " without, the quotation mark that opens the name checksum.");
    schema.putAll(root);
    envelope(schema);
    while (!open.isEmpty()) {
      Shape<?> shape = open.pop();
      definitions.put(shape.name(), object(shape));
    }
    schema.put("$defs", definitions);
    return MAPPER.writeValueAsString(schema) + "\n";
  }

  /// Format, version and checksum stand around the members of the shape.
  private static void envelope(Map<String, Object> schema) {
    List<Object> required = new ArrayList<>(List.of("format", "version"));
    required.addAll((List<?>) schema.get("required"));
    Map<Object, Object> properties = new LinkedHashMap<>();
    properties.put("format", Map.of("const", SnapshotCodec.FORMAT));
    properties.put("version", Map.of("const", SnapshotCodec.VERSION));
    properties.putAll((Map<?, ?>) schema.get("properties"));
    properties.put("checksum", keywords("type", "string", "pattern", "^sha256:[0-9a-f]{64}$"));
    schema.put("required", required);
    schema.put("properties", properties);
  }

  private <T> Map<String, Object> object(Shape<T> shape) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Member<T, ?> member : shape.members()) {
      properties.put(member.name(), property(member));
    }
    Map<String, Object> object = keywords("type", "object", "description", shape.description());
    List<String> required =
        shape.members().stream().filter(Member::isExpected).map(Member::name).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    object.put("properties", properties);
    shape
        .tag()
        .ifPresent(
            tag ->
                object.put(
                    "allOf",
                    new TreeMap<>(shape.needed())
                        .entrySet().stream()
                            .filter(need -> !need.getValue().isEmpty())
                            .map(need -> condition(tag.name(), need.getKey(), need.getValue()))
                            .toList()));
    return object;
  }

  private static <T> Map<String, Object> condition(
      String tag, String value, List<Member<T, ?>> members) {
    return keywords(
        "if",
        keywords("properties", Map.of(tag, Map.of("const", value)), "required", List.of(tag)),
        "then",
        Map.of("required", members.stream().map(Member::name).toList()));
  }

  private Map<String, Object> property(Member<?, ?> member) {
    Map<String, Object> property = referring(member.kind().schema());
    if (member.isOptional()) {
      property = orNull(property);
    }
    return member.description().isPresent()
        ? with(property, "description", member.description().get())
        : property;
  }

  private static Map<String, Object> orNull(Map<String, Object> property) {
    if (property.get("type") instanceof String type && !property.containsKey("enum")) {
      return with(property, "type", List.of(type, "null"));
    }
    List<Object> choices = new ArrayList<>();
    if (property.get("anyOf") instanceof List<?> several) {
      choices.addAll(several);
    } else {
      choices.add(property);
    }
    choices.add(Map.of("type", "null"));
    return keywords("anyOf", choices);
  }

  /// The keywords with the shapes in them named, to be defined later.
  private Map<String, Object> referring(Map<?, ?> keywords) {
    Map<String, Object> named = new LinkedHashMap<>();
    keywords.forEach((keyword, value) -> named.put((String) keyword, referringValue(value)));
    if (named.containsKey("enum")) {
      named.remove("type");
    }
    return named;
  }

  private Object referringValue(Object value) {
    return switch (value) {
      case Shape<?> shape -> {
        if (definitions.putIfAbsent(shape.name(), Map.of()) == null) {
          open.push(shape);
        }
        yield "#/$defs/" + shape.name();
      }
      case Map<?, ?> inner -> referring(inner);
      case List<?> several -> several.stream().map(this::referringValue).toList();
      default -> value;
    };
  }

  private static Map<String, Object> with(Map<String, Object> map, String keyword, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(map);
    more.put(keyword, value);
    return more;
  }

  private static Map<String, Object> keywords(
      String first, Object value, String second, Object other) {
    return with(keywords(first, value), second, other);
  }

  private static Map<String, Object> keywords(String keyword, Object value) {
    return with(Map.of(), keyword, value);
  }
}
