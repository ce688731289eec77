package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sorts the events of the domain `Network` by request and hop. What comes apart from its partner
/// (`…ExtraInfo`, in any order) is kept in a queue of the request and given to the hops at the end,
/// to those that are announced to have some.
final class HopLog {
  private final List<Hop> hops = new ArrayList<>();
  private final Map<String, Chain> chains = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private @Nullable Hop document;
  private int leftOut;

  /// The hops of one request id.
  private static final class Chain {
    private final List<Hop> hops = new ArrayList<>();
    private final List<Boolean> announced = new ArrayList<>();
    private final Deque<JsonValue> requestExtras = new ArrayDeque<>();
    private final Deque<JsonValue> responseExtras = new ArrayDeque<>();
    private final Deque<JsonValue> hints = new ArrayDeque<>();

    private Optional<Hop> last() {
      return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getLast());
    }

    private void announce(boolean extra) {
      announced.set(announced.size() - 1, extra);
    }

    private void settle() {
      for (int i = 0; i < hops.size(); i++) {
        if (announced.get(i)) {
          hops.get(i).extra(next(requestExtras), next(responseExtras));
        }
      }
      if (!hints.isEmpty()) {
        // a browser heeds them on the last hop of a navigation only
        hops.getLast().earlyHints(hints.getFirst());
      }
    }

    private static JsonValue next(Deque<JsonValue> queue) {
      return queue.isEmpty() ? JsonValue.NOTHING : queue.removeFirst();
    }
  }

  /// Takes one event; those of other domains are passed over.
  ///
  /// @return the hop that began with it
  Optional<Hop> accept(DevtoolsEvent event) {
    String id = event.requestId();
    int before = hops.size();
    if (!id.isEmpty()) {
      accept(id, event);
    }
    return hops.size() > before ? Optional.of(hops.getLast()) : Optional.empty();
  }

  private void accept(String id, DevtoolsEvent event) {
    JsonValue params = event.params();
    switch (event.method()) {
      case "Network.requestWillBeSent" -> sent(id, params);
      case "Network.requestWillBeSentExtraInfo" -> chain(id).requestExtras.add(params);
      case "Network.responseReceivedExtraInfo" -> chain(id).responseExtras.add(params);
      case "Network.responseReceivedEarlyHints" -> chain(id).hints.add(params);
      case "Network.responseReceived" -> responded(id, params);
      case "Network.requestServedFromCache" -> chain(id).last().ifPresent(Hop::servedFromMemory);
      case "Network.dataReceived" -> chain(id).last().ifPresent(hop -> hop.received(params));
      case "Network.resourceChangedPriority" ->
          chain(id).last().ifPresent(hop -> hop.changedPriority(params));
      case "Network.loadingFinished" -> {
        open.remove(id);
        chain(id).last().ifPresent(hop -> hop.finished(params));
      }
      case "Network.loadingFailed" -> {
        open.remove(id);
        chain(id).last().ifPresent(hop -> hop.failed(params));
      }
      default -> {}
    }
  }

  /// Every hop over http or https, in the order in which they were asked for.
  List<Hop> settled() {
    chains.values().stream().filter(chain -> !chain.hops.isEmpty()).forEach(Chain::settle);
    return List.copyOf(hops);
  }

  /// How many requests have begun and not ended.
  int open() {
    return open.size();
  }

  /// The first hop of all.
  Optional<Hop> first() {
    return hops.isEmpty() ? Optional.empty() : Optional.of(hops.getFirst());
  }

  /// The document that the page is, as far as is known by now: the last one of the frame that asked
  /// first, as far as redirects led.
  Optional<Hop> document() {
    return Optional.ofNullable(document);
  }

  /// Requests beyond the limit, which are counted only.
  int leftOut() {
    return leftOut;
  }

  private void sent(String id, JsonValue params) {
    Chain chain = chain(id);
    JsonValue redirect = params.at("redirectResponse");
    Optional<Hop> before = chain.last();
    if (before.isPresent() && !redirect.isPresent()) {
      return; // a frame in another process reports the navigation that its parent has reported
    }
    before.ifPresent(
        hop -> {
          hop.redirectedBy(redirect);
          chain.announce(params.flag("redirectHasExtraInfo"));
        });
    if (!isOverHttp(params.at("request").text("url").orElse(""))) {
      open.remove(id);
      return;
    }
    if (hops.size() >= DevtoolsRun.MAX_REQUESTS) {
      leftOut++;
      return;
    }
    Hop hop = new Hop(params, before);
    chain.hops.add(hop);
    chain.announced.add(true);
    hops.add(hop);
    open.add(id);
    if (hop.isNavigation() && (document == null || document.frameId().equals(hop.frameId()))) {
      document = hop;
    }
  }

  private void responded(String id, JsonValue params) {
    Chain chain = chain(id);
    chain
        .last()
        .ifPresent(
            hop -> {
              hop.responded(params);
              // writers older than the member have it for all or for none
              chain.announce(!params.at("hasExtraInfo").isPresent() || params.flag("hasExtraInfo"));
            });
  }

  private Chain chain(String id) {
    return chains.computeIfAbsent(id, _ -> new Chain());
  }

  private static boolean isOverHttp(String url) {
    return url.startsWith("http://") || url.startsWith("https://");
  }
}
