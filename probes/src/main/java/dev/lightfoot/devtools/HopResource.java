package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.PriorityChange;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The part that one request has in its page.
final class HopResource {
  private HopResource() {}

  static Resource of(Hop hop, Way way, EventClock clock) {
    return new Resource(
        type(hop.type()),
        hop.request().text("initialPriority").flatMap(HopResource::priority),
        changes(hop, clock),
        hop.sent().text("renderBlockingBehavior").flatMap(HopResource::renderBlocking),
        party(hop),
        way.delivery());
  }

  /// What the protocol calls the type of a resource.
  static Optional<ResourceType> type(String name) {
    return switch (name) {
      case "" -> Optional.empty();
      case "Document" -> Optional.of(ResourceType.DOCUMENT);
      case "Stylesheet" -> Optional.of(ResourceType.STYLESHEET);
      case "Script" -> Optional.of(ResourceType.SCRIPT);
      case "Image" -> Optional.of(ResourceType.IMAGE);
      case "Font" -> Optional.of(ResourceType.FONT);
      case "Media", "TextTrack" -> Optional.of(ResourceType.MEDIA);
      case "XHR", "Fetch", "EventSource" -> Optional.of(ResourceType.FETCH);
      case "Manifest" -> Optional.of(ResourceType.MANIFEST);
      default -> Optional.of(ResourceType.OTHER);
    };
  }

  /// The protocol's name of a priority.
  static Optional<Priority> priority(String name) {
    return switch (name) {
      case "VeryHigh" -> Optional.of(Priority.HIGHEST);
      case "High" -> Optional.of(Priority.HIGH);
      case "Medium" -> Optional.of(Priority.MEDIUM);
      case "Low" -> Optional.of(Priority.LOW);
      case "VeryLow" -> Optional.of(Priority.LOWEST);
      default -> Optional.empty();
    };
  }

  private static List<PriorityChange> changes(Hop hop, EventClock clock) {
    return hop.priorities().stream().flatMap(params -> change(params, clock).stream()).toList();
  }

  private static Optional<PriorityChange> change(JsonValue params, EventClock clock) {
    OptionalLong at = clock.nanos(params, "timestamp");
    return params
        .text("newPriority")
        .flatMap(HopResource::priority)
        .filter(_ -> at.isPresent())
        .map(priority -> new PriorityChange(at.orElseThrow(), priority));
  }

  /// What blocks the parser within the body lets be drawn what stands before it; what may block is
  /// not known to.
  private static Optional<Boolean> renderBlocking(String behavior) {
    return switch (behavior) {
      case "Blocking" -> Optional.of(true);
      case "NonBlocking", "NonBlockingDynamic", "InBodyParserBlocking" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Party> party(Hop hop) {
    return hop.request().at("isSameSite").isPresent()
        ? Optional.of(hop.request().flag("isSameSite") ? Party.FIRST : Party.THIRD)
        : Optional.empty();
  }
}
