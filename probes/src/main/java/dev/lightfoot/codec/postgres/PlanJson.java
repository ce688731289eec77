package dev.lightfoot.codec.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// The members of interest of a plan in JSON, read as a stream: one map a step, outermost first. A
/// plan that is cut gives what came before the cut.
///
/// @param query its `Query Text`
record PlanJson(String query, List<Map<String, String>> nodes) {
  private static final Set<String> WANTED = Set.of("Node Type", "Relation Name", "Plan Rows");
  private static final int DEPTH = 64;
  private static final int NODES = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxNumberLength(DEPTH).build())
          .build();

  static PlanJson of(String text) {
    String query = "";
    List<Map<String, String>> nodes = new ArrayList<>();
    Deque<Map<String, String>> open = new ArrayDeque<>();
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT) {
          open.push(new HashMap<>());
        } else if (token == JsonToken.END_OBJECT) {
          open.pop();
        } else if (token.isScalarValue() && "Query Text".equals(parser.currentName())) {
          query = parser.getString();
        } else if (token.isScalarValue() && WANTED.contains(parser.currentName())) {
          Map<String, String> node = open.getFirst();
          if (node.isEmpty() && nodes.size() < NODES) {
            nodes.add(node);
          }
          node.put(parser.currentName(), parser.getString());
        }
      }
    } catch (JacksonException e) {
      return new PlanJson(query, nodes);
    }
    return new PlanJson(query, nodes);
  }
}
