package dev.lightfoot.probe.page;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.probe.http.Carriage;
import dev.lightfoot.probe.http.ExchangeRequest;
import dev.lightfoot.probe.markup.Fetching.CrossOrigin;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.page.request.Sites;
import dev.lightfoot.probe.wire.ResponseWatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/// Connections and names that a page asks for ahead (`preconnect`, `dns-prefetch`), each once.
final class Ahead {
  /// More of them are left alone.
  static final int MOST = 20;

  private record Place(String origin, Carriage.Partition partition, boolean lookupOnly) {}

  private final Exchanges exchanges;
  private final Notes notes;
  private final Set<Place> opened = new HashSet<>();

  Ahead(Exchanges exchanges, Notes notes) {
    this.exchanges = exchanges;
    this.notes = notes;
  }

  /// Opens a connection to the place of that URL, or looks its host up.
  void open(FrameContext frame, Found.Wanted wanted, HttpUrl url, boolean lookupOnly) {
    boolean credentials =
        wanted.fetching().crossOrigin() != CrossOrigin.ANONYMOUS
            || Sites.sameOrigin(url, frame.document());
    Carriage.Partition partition = new Carriage.Partition(credentials, frame.otherSite());
    String origin = url.scheme() + "://" + url.host() + ":" + url.port();
    Place place = new Place(origin, partition, lookupOnly);
    if (BlockedPorts.contains(url.port()) || opened.contains(place)) {
      return;
    }
    if (opened.size() >= MOST) {
      notes.left("Not connected to ahead, because a load does that for " + MOST + " hosts", origin);
      return;
    }
    opened.add(place);
    ExchangeRequest request =
        new ExchangeRequest(
                url,
                "GET",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Initiator.of(wanted.place().by())))
            .carried(new Carriage(0, Optional.empty(), partition, false, ResponseWatcher.NONE));
    exchanges.ahead(request, frame.gate().fork(), lookupOnly);
  }
}
