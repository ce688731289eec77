package dev.lightfoot.codec.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What is kept of a plan that auto_explain wrote: its steps and their rows, without conditions,
/// for those contain values.
///
/// @param query the statement it belongs to
/// @param outline its steps from the outermost on, such as `Limit (rows=20) > Seq Scan on
///   shop_product (rows=1000)`
/// @param rows that the planner expected of the whole
record Plan(String query, String outline, OptionalLong rows) {
  private static final int STEPS = 32;
  private static final String COST = "(cost=";

  static Plan of(String text) {
    return text.startsWith("{") ? ofJson(text) : ofText(text);
  }

  private static Plan ofText(String text) {
    StringBuilder query = new StringBuilder();
    List<String> steps = new ArrayList<>();
    OptionalLong rows = OptionalLong.empty();
    boolean inQuery = false;
    for (String line : text.lines().toList()) {
      int cost = line.indexOf(COST);
      if (line.startsWith("Query Text: ")) {
        inQuery = true;
        query.append(line.substring("Query Text: ".length()));
      } else if (cost > 0) {
        inQuery = false;
        OptionalLong expected = number(line.substring(cost), "rows=");
        rows = steps.isEmpty() ? expected : rows;
        step(steps, line.substring(0, cost).replace("->", "").strip(), expected);
      } else if (inQuery) {
        query.append('\n').append(line);
      }
    }
    return new Plan(query.toString(), String.join(" > ", steps), rows);
  }

  /// The members are few and known: no tree is built.
  private static Plan ofJson(String text) {
    List<String> steps = new ArrayList<>();
    OptionalLong rows = OptionalLong.empty();
    PlanJson json = PlanJson.of(text);
    for (Map<String, String> node : json.nodes()) {
      OptionalLong expected = number("=" + node.getOrDefault("Plan Rows", ""), "=");
      rows = steps.isEmpty() ? expected : rows;
      String relation = node.get("Relation Name");
      String type = node.getOrDefault("Node Type", "step");
      step(steps, relation == null ? type : type + " on " + relation, expected);
    }
    return new Plan(json.query(), String.join(" > ", steps), rows);
  }

  private static void step(List<String> steps, String name, OptionalLong rows) {
    if (steps.size() < STEPS) {
      steps.add(rows.isPresent() ? name + " (rows=" + rows.getAsLong() + ")" : name);
    }
  }

  private static OptionalLong number(String text, String after) {
    int start = text.indexOf(after);
    if (start < 0) {
      return OptionalLong.empty();
    }
    start += after.length();
    int end = start;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Optional.of(text.substring(start, end))
        .filter(digits -> !digits.isEmpty() && digits.length() < 18)
        .map(digits -> OptionalLong.of(Long.parseLong(digits)))
        .orElse(OptionalLong.empty());
  }
}
