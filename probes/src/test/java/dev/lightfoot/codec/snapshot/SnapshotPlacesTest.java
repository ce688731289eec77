package dev.lightfoot.codec.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Interim;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.shape.Member;
import dev.lightfoot.shape.Shape;
import dev.lightfoot.shape.snapshot.SnapshotShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What is wrong anywhere in a snapshot is said with its place, and what nobody knows is kept where
/// it was: found by walking the shapes, so that new members are tested as well.
final class SnapshotPlacesTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// An object of a document that has a shape.
  private record Place(Shape<?> shape, String pointer) {}

  @Test
  void membersThatNobodyKnowsSurviveInEveryObject() throws IOException {
    ObjectNode document = document();
    List<Place> places = places(document);
    for (Place place : places) {
      object(document, place.pointer()).putObject("zz~/new").put("deep", 1);
    }
    JsonNode back = MAPPER.readTree(SnapshotCodec.encode(decode(document)));
    ((ObjectNode) back).remove("checksum");
    assertThat(back).isEqualTo(document);
    assertThat(names(places)).isEqualTo(allNames());
  }

  @Test
  void aMemberThatNobodyKnowsKeepsWhatWouldBeLeftOut() throws IOException {
    ObjectNode document = document();
    object(document, "/runs/0/spans/1").putObject("status").put("code", "unset").put("zz", 1);
    assertThat(new String(SnapshotCodec.encode(decode(document)), UTF_8))
        .contains("\"status\":{\"code\":\"unset\",\"message\":\"\",\"zz\":1}");
  }

  @Test
  void everyMissingMemberIsNamedWithItsPlace() {
    Map<String, String> refusals = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    for (Place place : firstOfEach(document())) {
      for (Member<?, ?> member : place.shape().members()) {
        if (member.isRequired()) {
          ObjectNode without = document();
          object(without, place.pointer()).remove(member.name());
          String key = place.pointer() + "/" + member.name();
          refusals.put(key, refusal(without));
          expected.put(key, at(place.pointer()) + "the member " + member.name() + " is missing.");
        }
      }
    }
    assertThat(refusals).isEqualTo(expected).hasSizeGreaterThan(60);
  }

  @Test
  void everyMemberOfTheWrongKindIsNamedWithItsPlace() {
    Map<String, String> refusals = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    for (Place place : firstOfEach(document())) {
      for (Member<?, ?> member : place.shape().members()) {
        if (!member.isDerived()) {
          String key = place.pointer() + "/" + member.name();
          JsonNode wrong = NODES.arrayNode().add(0.5).add(1).add(2);
          String kind = kind(member);
          ObjectNode changed = document();
          object(changed, place.pointer())
              .set(member.name(), kind.equals("an array") ? NODES.objectNode() : wrong);
          refusals.put(key, refusal(changed));
          expected.put(key, at(key) + kind + " is expected here.");
        }
      }
    }
    assertThat(refusals).isEqualTo(expected).hasSizeGreaterThan(140);
  }

  @Test
  void everyNumberThatIsNotWholeIsNamedWithItsPlace() {
    Map<String, String> refusals = new LinkedHashMap<>();
    Map<String, String> expected = new LinkedHashMap<>();
    for (Place place : firstOfEach(document())) {
      for (Member<?, ?> member : place.shape().members()) {
        if (!member.isDerived() && "integer".equals(member.kind().schema().get("type"))) {
          String key = place.pointer() + "/" + member.name();
          ObjectNode changed = document();
          object(changed, place.pointer()).put(member.name(), 1e30);
          refusals.put(key, refusal(changed));
          expected.put(key, at(key) + "a whole number of 64 bits is expected here.");
        }
      }
    }
    assertThat(refusals).isEqualTo(expected).hasSizeGreaterThan(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /id | "0" | 26 characters of lower-case base32 are expected
          /takenAt | "yesterday" | a date and time with offset is expected, such as 2026-11-23T10:15:00Z
          /runs/0/state | "hot" | cold, resumed or warm is expected
          /runs/2/error/phase | "x" | the name of a phase is expected
          /runs/0/exchanges/0/status | 3000000000 | a number of 32 bits is expected
          /runs/0/exchanges/0/gapNanos | 100000000000001 | a time of more than a day cannot be a measurement
          /runs/0/exchanges/0/gapNanos | -9223372036854775808 | a time of more than a day cannot be a measurement
          /runs/0/exchanges/0/phases/dns/durationNanos | -1 | a phase cannot take less than no time
          /runs/0/exchanges/0/phases/dns/trips | 10001 | 0 to 10000 round trips are expected
          /runs/0/exchanges/0/phases/dns/trips | -1 | 0 to 10000 round trips are expected
          /runs/0/exchanges/0/phases/dns/state | "x" | measured, not-applicable or failed is expected
          /runs/0/exchanges/0/phases/dns/evidence | "x" | measured, imported or inferred is expected
          /runs/0/exchanges/0/request/headers/0 | ["cookie"] | a header line is expected here, as name and value
          /runs/0/exchanges/0/dns/queries/0/trips | 10001 | 0 to 10000 round trips are expected
          /runs/0/exchanges/0/tls/chain/0/notAfter | "x" | a date and time with offset is expected, such as 2026-11-23T10:15:00Z
          /runs/0/exchanges/0/tls/chain/0/der | "?" | base64 is expected
          /runs/0/spans/0/layer | "x" | the name of a layer is expected
          /runs/0/spans/0/kind | "x" | a span kind is expected, such as server
          /runs/0/spans/0/status/code | "x" | unset, ok or error is expected
          /hosts/0/dnssec/state | "x" | secure, insecure, bogus or unknown is expected
          """)
  void whatIsBeyondALimitIsNamedWithItsPlace(String pointer, String value, String sentence) {
    ObjectNode changed = document();
    String outer = pointer.substring(0, pointer.lastIndexOf('/'));
    String name = pointer.substring(pointer.lastIndexOf('/') + 1);
    JsonNode node = MAPPER.readTree(value);
    if (changed.at(outer).isArray()) {
      ((ArrayNode) changed.at(outer)).set(Integer.parseInt(name), node);
    } else {
      object(changed, outer).set(name, node);
    }
    assertThat(refusal(changed)).isEqualTo(at(pointer) + sentence + ".");
  }

  @Test
  void aMemberOfATimingIsMissedWhereItsStateNeedsIt() {
    ObjectNode changed = document();
    object(changed, "/runs/2/exchanges/0/phases/tls").remove("errorType");
    assertThat(refusal(changed))
        .isEqualTo(at("/runs/2/exchanges/0/phases/tls") + "the member errorType is missing.");
  }

  @Test
  void nullAndAbsentMeanTheSame() throws IOException {
    ObjectNode document = document();
    Snapshot whole = decode(document);
    for (Place place : places(document)) {
      for (Member<?, ?> member : place.shape().members()) {
        ObjectNode object = object(document, place.pointer());
        if (!object.has(member.name()) && !member.isRequired()) {
          object.putNull(member.name());
        }
      }
    }
    assertThat(decode(document)).isEqualTo(whole);
  }

  /// Everything that a snapshot can hold, each shape at least once.
  private static ObjectNode document() {
    Exchange interim = Samples.coldExchange(0).interim(List.of(new Interim(103, 7))).build();
    List<Run> runs = new ArrayList<>(SnapshotCodecTest.full().runs());
    runs.add(Samples.run(RunState.COLD, Optional.empty(), interim));
    runs.add(Samples.overQuic());
    byte[] bytes = SnapshotCodec.encode(SnapshotCodecTest.full().with(runs));
    ObjectNode document = (ObjectNode) MAPPER.readTree(bytes);
    document.remove("checksum");
    return document;
  }

  private static List<Place> places(ObjectNode document) {
    List<Place> found = new ArrayList<>();
    walk(SnapshotShape.SNAPSHOT, document, "", found);
    return found;
  }

  /// One place for each shape.
  private static Collection<Place> firstOfEach(ObjectNode document) {
    Map<String, Place> first = new LinkedHashMap<>();
    places(document).forEach(place -> first.putIfAbsent(place.shape().name(), place));
    return first.values();
  }

  private static void walk(Shape<?> shape, JsonNode node, String pointer, List<Place> found) {
    if (!node.isObject()) {
      return;
    }
    found.add(new Place(shape, pointer));
    for (Member<?, ?> member : shape.members()) {
      JsonNode value = node.path(member.name());
      Optional<Shape<?>> part = part(member);
      if (part.isPresent()) {
        walk(part.get(), value, pointer + "/" + member.name(), found);
        for (int i = 0; i < value.size() && value.isArray(); i++) {
          walk(part.get(), value.get(i), pointer + "/" + member.name() + "/" + i, found);
        }
      }
    }
  }

  /// The shape of the records in a member; empty where it has none, or is not read.
  private static Optional<Shape<?>> part(Member<?, ?> member) {
    Map<?, ?> schema = member.kind().schema();
    Object inner = schema.get("items") instanceof Map<?, ?> items ? items : schema;
    return member.isDerived() || !(((Map<?, ?>) inner).get("$ref") instanceof Shape<?> shape)
        ? Optional.empty()
        : Optional.of(shape);
  }

  private static Set<String> names(List<Place> places) {
    Set<String> names = new TreeSet<>();
    places.forEach(place -> names.add(place.shape().name()));
    return names;
  }

  private static Set<String> allNames() {
    Set<String> names = new TreeSet<>();
    collect(SnapshotShape.SNAPSHOT, names);
    return names;
  }

  private static void collect(Shape<?> shape, Set<String> names) {
    if (names.add(shape.name())) {
      shape.members().forEach(member -> part(member).ifPresent(part -> collect(part, names)));
    }
  }

  private static String kind(Member<?, ?> member) {
    Map<String, Object> schema = member.kind().schema();
    return switch ((String) schema.getOrDefault("type", "object")) {
      case "string" -> "a string";
      case "integer", "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "an array";
      default -> "an object";
    };
  }

  private static String at(String pointer) {
    return pointer.isEmpty() ? "At the top: " : "At " + pointer + ": ";
  }

  private static ObjectNode object(ObjectNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static Snapshot decode(ObjectNode document) throws SnapshotFormatException {
    return SnapshotCodec.decode(MAPPER.writeValueAsBytes(document));
  }

  private static String refusal(ObjectNode document) {
    return catchThrowableOfType(SnapshotFormatException.class, () -> decode(document)).getMessage();
  }
}
