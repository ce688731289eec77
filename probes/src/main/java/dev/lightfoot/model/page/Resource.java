package dev.lightfoot.model.page;

import java.util.List;
import java.util.Optional;

/// The part that an exchange has in a page; all absent for a probe.
///
/// @param type what the page uses it for
/// @param priority how urgent it was when it was asked for
/// @param priorityChanges how that changed afterwards, in order
/// @param renderBlocking whether nothing could be drawn before it was there
/// @param party whose server answers
/// @param deliveryType how it came where not over the network: the `deliveryType` of W3C Resource
///   Timing, one of the words in [Delivery], or another word from a file
public record Resource(
    Optional<ResourceType> type,
    Optional<Priority> priority,
    List<PriorityChange> priorityChanges,
    Optional<Boolean> renderBlocking,
    Optional<Party> party,
    Optional<String> deliveryType) {
  /// Of an exchange that is part of no page.
  public static final Resource NONE = of(Optional.empty());

  public Resource {
    priorityChanges = List.copyOf(priorityChanges);
  }

  /// Of that type, nothing else known.
  public static Resource of(Optional<ResourceType> type) {
    return new Resource(
        type, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same of that party.
  public Resource servedBy(Party whose) {
    return new Resource(
        type, priority, priorityChanges, renderBlocking, Optional.of(whose), deliveryType);
  }

  /// Whether it came over the network, as far as is known.
  public boolean isTransferred() {
    return deliveryType.isEmpty();
  }

  /// How a response came that was not asked for over the network.
  public static final class Delivery {
    private Delivery() {}

    /// From the browser's cache, not asked for again.
    public static final String CACHE = "cache";

    /// Fetched ahead for a navigation.
    public static final String NAVIGATIONAL_PREFETCH = "navigational-prefetch";

    /// From a service worker.
    public static final String SERVICE_WORKER = "service-worker";
  }
}
