package dev.lightfoot.analysis.page;

import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the order in which a page's requests were found, and their connections, cost it.
final class WayFacts {
  /// The document's own resources have depth 1.
  private static final int LATE = 2;

  private static final List<Phase> SETTING_UP =
      List.of(Phase.DNS, Phase.TCP, Phase.PROXY, Phase.TLS, Phase.QUIC);

  private final List<Exchange> all;
  private final PageIndex index;
  private final Set<Integer> critical;
  private final Floors floors;

  WayFacts(Run run, PageCriticalPath path, Floors floors) {
    this.all = run.exchanges();
    this.index = new PageIndex(run);
    this.critical = new HashSet<>(path.exchanges());
    this.floors = floors;
  }

  /// Style sheets, scripts and fonts, without which a page is not drawn right, and whatever the
  /// page waited for.
  List<PageFacts.Late> late() {
    List<PageFacts.Late> late = new ArrayList<>();
    if (index.document().isEmpty()) {
      return late;
    }
    long document = index.at(index.document().getAsInt()).endNanos();
    for (int i = 0; i < all.size(); i++) {
      int depth = depth(i);
      if (depth >= LATE && (critical.contains(i) || isNeeded(all.get(i)))) {
        late.add(new PageFacts.Late(i, depth, Math.max(0, all.get(i).startNanos() - document)));
      }
    }
    return late;
  }

  /// How many requests led to it, redirects not counted; those of a circle lead nowhere.
  private int depth(int at) {
    int depth = 0;
    int from = at;
    for (int i = 0; i < all.size() && index.parent(from).isPresent(); i++) {
      if (from == index.document().orElse(-1)) {
        return depth;
      }
      depth += all.get(from).redirectedFrom().isPresent() ? 0 : 1;
      from = index.parent(from).getAsInt();
    }
    return index.parent(from).isPresent() ? 0 : depth;
  }

  private static boolean isNeeded(Exchange exchange) {
    return PageIndex.type(exchange)
        .filter(
            type ->
                type == ResourceType.STYLESHEET
                    || type == ResourceType.SCRIPT
                    || type == ResourceType.FONT)
        .isPresent();
  }

  /// First connections to other origins than the document's that were opened after its first byte:
  /// a preconnect in its head could have begun them then.
  List<PageFacts.Preconnect> preconnects() {
    List<PageFacts.Preconnect> preconnects = new ArrayList<>();
    if (index.document().isEmpty()) {
      return preconnects;
    }
    Exchange document = index.at(index.document().getAsInt());
    long possible = document.marks().firstByteNanos().orElse(document.endNanos());
    Set<String> origins = new HashSet<>(Set.of(PageHosts.origin(document.url())));
    for (int i = 0; i < all.size(); i++) {
      Exchange exchange = all.get(i);
      long setUp = setUpNanos(exchange);
      boolean opened = exchange.connection().filter(it -> !it.reused()).isPresent() && setUp > 0;
      if (opened && origins.add(PageHosts.origin(exchange.url()))) {
        long saved = Math.min(setUp, begun(exchange) - possible);
        if (saved > 0) {
          preconnects.add(preconnect(i, saved));
        }
      }
    }
    return preconnects;
  }

  private PageFacts.Preconnect preconnect(int at, long saved) {
    Exchange exchange = all.get(at);
    long ready = PageIndex.setUp(exchange).orElse(0L);
    return new PageFacts.Preconnect(
        at,
        PageHosts.of(exchange.url()),
        ExchangeTrips.within(exchange, floors, Long.MIN_VALUE, ready),
        saved,
        critical.contains(at));
  }

  private static long setUpNanos(Exchange exchange) {
    return SETTING_UP.stream().mapToLong(phase -> exchange.phases().durationNanos(phase)).sum();
  }

  private static long begun(Exchange exchange) {
    return SETTING_UP.stream()
        .flatMap(phase -> exchange.phases().timing(phase).stream())
        .filter(PhaseTiming.Measured.class::isInstance)
        .mapToLong(timing -> ((PhaseTiming.Measured) timing).startNanos())
        .min()
        .orElse(exchange.startNanos());
  }

  /// By host, those with the most bytes first.
  List<PageFacts.ThirdParty> thirdParties() {
    Map<String, List<Exchange>> byHost = new LinkedHashMap<>();
    for (Exchange exchange : all) {
      if (exchange.resource().party().equals(Optional.of(Party.THIRD))) {
        byHost.computeIfAbsent(PageHosts.of(exchange.url()), _ -> new ArrayList<>()).add(exchange);
      }
    }
    List<PageFacts.ThirdParty> parties = new ArrayList<>();
    byHost.forEach(
        (host, exchanges) ->
            parties.add(
                new PageFacts.ThirdParty(
                    host,
                    exchanges.size(),
                    exchanges.stream().mapToLong(PageBytes::of).sum(),
                    PageFacts.trips(exchanges, floors))));
    parties.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
    return parties;
  }
}
