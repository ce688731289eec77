package dev.lightfoot.report;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.codec.snapshot.SnapshotFormatException;
import dev.lightfoot.model.Snapshot;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Snapshots in which whoever was measured has written whatever would do harm, wherever text of
/// others can be.
public final class HostileNames {
  /// Markup, an event handler, an end of the JSON, a template, a pipe, and marks that turn text.
  public static final String NAME =
      "</script></style></title><script>alert(1)</script><img src=//evil.test/x onerror=alert(2)>"
          + "\"'`|{{7*7}}[x](javascript:alert(3))<!--]]>&lt;\u202e\u2066\u0007\u2028\t@someone "
          + "w".repeat(300);

  private static final String ADDRESS = "javascript:alert(4)//<svg onload=alert(5)>/";
  private static final Set<String> TEXTS =
      Set.of(
          "name",
          "message",
          "subject",
          "issuer",
          "data",
          "os",
          "java",
          "resolver",
          "detail",
          "note",
          "server");

  private static final JsonMapper MAPPER = JsonMapper.shared();

  private HostileNames() {}

  /// That snapshot with such texts.
  public static Snapshot in(Snapshot snapshot) {
    try {
      ObjectNode tree =
          (ObjectNode)
              MAPPER.readTree(new String(SnapshotCodec.encode(snapshot), StandardCharsets.UTF_8));
      tree.remove("checksum");
      tree.put("name", NAME);
      spoil(tree);
      return SnapshotCodec.decode(MAPPER.writeValueAsBytes(tree));
    } catch (SnapshotFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static void spoil(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> each : Set.copyOf(object.properties())) {
        if (each.getValue().isString() && TEXTS.contains(each.getKey())) {
          object.put(each.getKey(), NAME);
        } else if (each.getValue().isString() && each.getKey().equals("url")) {
          object.put("url", each.getValue().asString() + "?" + ADDRESS + NAME);
        } else {
          spoil(each.getValue());
        }
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        boolean header = array.size() == 2 && array.get(0).isString() && array.get(1).isString();
        if (header) {
          array.set(i, MAPPER.getNodeFactory().stringNode(NAME));
        } else {
          spoil(array.get(i));
        }
      }
    }
  }
}
