package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.Initiator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What caused each request, with the index of the exchange that named it.
final class Initiators {
  private final List<Hop> hops = new ArrayList<>();
  private final Map<Hop, Integer> indexes = new HashMap<>();
  private final Map<String, List<Integer>> byUrl = new HashMap<>();
  private final Map<String, Hop> byRequest = new HashMap<>();

  /// Takes the next exchange of the run.
  void add(Hop hop) {
    indexes.put(hop, hops.size());
    byUrl.computeIfAbsent(hop.url(), _ -> new ArrayList<>()).add(hops.size());
    byRequest.putIfAbsent(hop.requestId(), hop);
    hops.add(hop);
  }

  /// The index of that hop.
  int index(Hop hop) {
    return indexes.getOrDefault(hop, 0);
  }

  /// What caused that request; empty where the protocol does not say.
  Optional<Initiator> of(Hop hop) {
    if (hop.before().isPresent()) {
      OptionalInt by = OptionalInt.of(index(hop.before().get()));
      return Optional.of(new Initiator(Initiator.Type.REDIRECT, by, OptionalInt.empty()));
    }
    if (hop.isNavigation() && index(hop) == 0) {
      return Optional.of(Initiator.of(Initiator.Type.USER));
    }
    JsonValue initiator = hop.initiator();
    return switch (initiator.text("type").orElse("")) {
      case "parser" -> Optional.of(parsed(hop, initiator));
      case "script" -> Optional.of(scripted(hop, initiator));
      case "preload" -> Optional.of(Initiator.of(Initiator.Type.PRELOAD_SCANNER));
      case "preflight" -> preflight(hop, initiator);
      default -> other(hop);
    };
  }

  private Initiator parsed(Hop hop, JsonValue initiator) {
    OptionalInt by = earlier(hop, initiator.text("url").orElse(""));
    boolean byStyle = by.isPresent() && hops.get(by.getAsInt()).type().equals("Stylesheet");
    return byStyle
        ? new Initiator(
            Initiator.Type.CSS, by, OptionalInt.empty()) // the protocol says 0 for every line
        : new Initiator(Initiator.Type.PARSER, by, line(initiator, by));
  }

  /// The innermost function whose file is one of the exchanges; a module is named without a stack.
  private Initiator scripted(Hop hop, JsonValue initiator) {
    for (JsonValue stack = initiator.at("stack"); stack.isPresent(); stack = stack.at("parent")) {
      for (JsonValue frame : stack.at("callFrames").elements()) {
        OptionalInt by = earlier(hop, frame.text("url").orElse(""));
        if (by.isPresent()) {
          return new Initiator(Initiator.Type.SCRIPT, by, line(frame, by));
        }
      }
    }
    OptionalInt by = earlier(hop, initiator.text("url").orElse(""));
    return new Initiator(Initiator.Type.SCRIPT, by, line(initiator, by));
  }

  /// A preflight request (CORS) is caused by whatever caused the request that it is for.
  private Optional<Initiator> preflight(Hop hop, JsonValue initiator) {
    Hop request = byRequest.get(initiator.text("requestId").orElse(""));
    return request == null || request == hop ? Optional.empty() : of(request);
  }

  private Optional<Initiator> other(Hop hop) {
    if (!hop.request().flag("isLinkPreload")) {
      return Optional.empty();
    }
    OptionalInt document = earlier(hop, hop.sent().text("documentURL").orElse(""));
    Initiator.Type type =
        hop.response().flag("fromEarlyHints")
            ? Initiator.Type.EARLY_HINTS
            : Initiator.Type.LINK_HEADER;
    return Optional.of(new Initiator(type, document, OptionalInt.empty()));
  }

  /// The last exchange of that URL before this one.
  private OptionalInt earlier(Hop hop, String url) {
    int own = index(hop);
    int fragment = url.indexOf('#');
    return byUrl.getOrDefault(fragment < 0 ? url : url.substring(0, fragment), List.of()).stream()
        .filter(each -> each < own)
        .mapToInt(Integer::intValue)
        .max();
  }

  /// The protocol counts lines from 0; without the file it is not one of.
  private static OptionalInt line(JsonValue place, OptionalInt exchange) {
    var line = place.number("lineNumber");
    return line.isPresent() && exchange.isPresent() && line.getAsDouble() >= 0
        ? OptionalInt.of((int) line.getAsDouble() + 1)
        : OptionalInt.empty();
  }
}
