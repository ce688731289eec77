package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.model.page.Resource.Delivery;
import dev.lightfoot.probe.http.ExchangeResult;
import dev.lightfoot.probe.http.Redirects;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.page.request.Need;
import dev.lightfoot.probe.page.request.RequestLines;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import okhttp3.HttpUrl;

/// Everything that a load asks for: each thing once, when its turn has come, from the cache or over
/// the network, through its redirects. Used by the loader's thread alone.
final class Requests {
  private static final String NO_ROOM =
      "Asked for again, because no more than "
          + (PageLimits.MAX_CACHE_BYTES >> 20)
          + " MiB are kept for warm loads";

  private final LoadParts parts;
  private final RequestLines lines;
  private final Exchanges exchanges;
  private final Refusals refusals;
  private final LoadQueue<Fetch> queue;
  private final Map<Need.Key, Fetch> known = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Set<String> prioritising = new HashSet<>();
  private final Set<String> remarks = new LinkedHashSet<>();
  private int pending;
  private boolean stopped;

  Requests(LoadParts parts, Exchanges exchanges) {
    this.parts = parts;
    this.exchanges = exchanges;
    this.lines = new RequestLines(parts.page(), parts.cookies());
    this.refusals = new Refusals(parts.notes());
    this.queue = new LoadQueue<>(this::start, prioritising::contains);
  }

  /// Every exchange asked for, in that order.
  List<Row> rows() {
    return rows;
  }

  /// What was wrong with answers although they were measured, in sentences.
  Set<String> remarks() {
    return remarks;
  }

  /// Whether nothing is under way any more.
  boolean isOver() {
    return pending == 0;
  }

  /// Starts what has not been started, which comes to nothing, and takes nothing more.
  void stop() {
    stopped = true;
    queue.clear();
  }

  /// The same thing, where it has been asked for.
  Optional<Fetch> known(Need need) {
    return Optional.ofNullable(known.get(need.key()));
  }

  /// Asks for something, unless it must not be asked for or has been already; the consumer hears
  /// what comes of it.
  Optional<Fetch> ask(Need need, FrameContext frame, Fetch.Consumer consumer) {
    Optional<Fetch> before = known(need);
    if (before.isPresent()) {
      before.get().join(consumer);
      return before;
    }
    if (stopped || !refusals.admit(need, frame, rows.size())) {
      return Optional.empty();
    }
    Row row = new Row(rows.size(), need, exchanges.trace());
    Fetch fetch = new Fetch(need, frame, row);
    fetch.join(consumer);
    known.put(need.key(), fetch);
    add(row);
    queue.add(fetch, frame.number(), origin(need.url()), need.priority());
    fetch.start(); // from now on it has waited
    return Optional.of(fetch);
  }

  /// It is more urgent than it was.
  void raise(Fetch fetch, Priority priority) {
    if (priority.compareTo(fetch.need().priority()) < 0 && !fetch.isLanded()) {
      fetch.row().change(priority);
      queue.change(fetch, priority);
    }
  }

  /// The document of that frame has a body.
  void loosen(FrameContext frame) {
    queue.loosen(frame.number());
  }

  private void add(Row row) {
    rows.add(row);
    pending++;
    parts
        .events()
        .found(
            row.index(),
            row.url().toString(),
            row.initiator(),
            row.resource(),
            Math.max(0, parts.clock().now()));
  }

  private static String origin(HttpUrl url) {
    return Urls.of(url).origin();
  }

  private void start(Fetch fetch) {
    Row row = fetch.row();
    if (stopped) {
      exchanges.waits(row);
    } else if (fetch.isStarted()) {
      exchanges.waited(row);
    }
    go(fetch, row);
  }

  private void go(Fetch fetch, Row row) {
    List<Header> sent =
        new ArrayList<>(lines.of(fetch.need(), row.url(), fetch.frame().document()));
    Optional<CachedResponse> cached = parts.cache().find(row.url(), sent);
    if (cached.isPresent() && cached.get().isFresh(Instant.now())) {
      parts.mail().post(() -> fromCache(fetch, row, cached.get()));
      return;
    }
    if (parts.cache().hadNoRoom(row.url())) {
      parts.notes().left(NO_ROOM, row.url().toString());
    }
    fetch.stale(cached.filter(each -> !each.validators().isEmpty()));
    fetch.stale().ifPresent(kept -> sent.addAll(kept.validators()));
    parts.events().started(row.index(), Math.max(0, parts.clock().now()));
    exchanges.make(fetch, sent, new Hearing(fetch, row), result -> ended(fetch, row, sent, result));
  }

  /// Hears what comes of one hop.
  private final class Hearing implements Transfer.Receiver {
    private final Fetch fetch;
    private final Row row;
    private boolean redirect;

    Hearing(Fetch fetch, Row row) {
      this.fetch = fetch;
      this.row = row;
    }

    @Override
    public void hinted(List<Header> fields) {
      fetch.hinted(fields);
    }

    @Override
    public void head(int status, List<Header> fields) {
      keepCookies(fetch, row, fields);
      redirect =
          Redirects.isRedirect(status) && fields.stream().anyMatch(each -> each.named("location"));
      if (!redirect && !(status == NOT_MODIFIED && fetch.stale().isPresent())) {
        fetch.head(status, fields);
      }
    }

    @Override
    public void text(byte[] piece) {
      if (!redirect) {
        fetch.piece(piece);
      }
    }

    @Override
    public void textEnded() {
      if (!redirect && fetch.stale().isEmpty()) {
        fetch.textEnded();
      }
    }

    @Override
    public void ended() {
      if (!redirect && fetch.stale().isEmpty()) {
        fetch.land();
      }
    }
  }

  private static final int NOT_MODIFIED = 304;

  private void keepCookies(Fetch fetch, Row row, List<Header> fields) {
    if (fetch.need().hasCredentials(row.url(), fetch.frame().document())) {
      parts
          .cookies()
          .keep(row.url(), fields.stream().filter(each -> each.named("set-cookie")).toList());
    }
  }

  private void ended(Fetch fetch, Row row, List<Header> sent, ExchangeResult result) {
    pending--;
    if (result.failure().isPresent()) {
      made(row, result);
      parts.cache().drop(row.url());
      fetch.error(result.failure().get());
      over(fetch, false);
      return;
    }
    Optional<CachedResponse> stale = fetch.stale();
    boolean confirmed = stale.isPresent() && result.status().orElse(0) == NOT_MODIFIED;
    if (confirmed) {
      made(row, result);
      CachedResponse fresh = stale.orElseThrow().confirmed(result.headers(), Instant.now());
      parts.cache().keep(row.url(), fresh);
      replay(fetch, fresh);
      return;
    }
    fetch.stale(Optional.empty());
    redirect(fetch, row, sent, result);
  }

  private void made(Row row, ExchangeResult result) {
    ExchangeResult.Facts facts = result.facts();
    finish(row, facts.exchange());
    remarks.addAll(facts.remarks());
    learn(row, facts.exchange());
  }

  private void learn(Row row, Exchange exchange) {
    if (exchange.protocol().filter(name -> name.equals("h2") || name.equals("h3")).isPresent()) {
      prioritising.add(origin(row.url()));
    }
  }

  private void redirect(Fetch fetch, Row row, List<Header> sent, ExchangeResult result) {
    Optional<String> cookie =
        sent.stream().filter(each -> each.named("cookie")).map(Header::value).findFirst();
    switch (fetch.redirects().after(exchanges.plain(row, sent), cookie, result, parts.cookies())) {
      case Redirects.Step.Done _ -> {
        made(row, result);
        keep(fetch, row, sent, result.facts().exchange());
        over(fetch, true);
      }
      case Redirects.Step.Refused refused -> {
        made(row, result);
        parts.notes().say(refused.message());
        fetch.error(new Failure(Optional.empty(), refused.type(), refused.message(), 0));
        over(fetch, false);
      }
      case Redirects.Step.Follow follow -> {
        follow(fetch, row, follow.request().url()); // waits for none of the facts
        made(row, result);
        keep(fetch, row, sent, result.facts().exchange());
      }
    }
  }

  private void follow(Fetch fetch, Row row, HttpUrl target) {
    if (stopped || !refusals.admitsHop(fetch.need(), target, fetch.frame(), rows.size())) {
      over(fetch, false);
      return;
    }
    Initiator why =
        new Initiator(Initiator.Type.REDIRECT, OptionalInt.of(row.index()), OptionalInt.empty());
    ExchangeTrace trace = exchanges.trace();
    Row next = row.next(rows.size(), target, why, trace);
    fetch.follow(next);
    add(next);
    go(fetch, next);
  }

  private void keep(Fetch fetch, Row row, List<Header> sent, Exchange exchange) {
    CachedResponse.of(exchange, sent, Instant.now(), fetch.text().snapshot())
        .ifPresentOrElse(
            kept -> parts.cache().keep(row.url(), kept), () -> parts.cache().drop(row.url()));
  }

  private void fromCache(Fetch fetch, Row row, CachedResponse cached) {
    pending--;
    row.deliveredBy(Delivery.CACHE);
    finish(row, exchanges.cached(row, cached));
    Optional<HttpUrl> target =
        Redirects.isRedirect(cached.exchange().status().orElse(0))
            ? cached.field("location").map(row.url()::resolve)
            : Optional.empty();
    if (target.isPresent()) {
      follow(fetch, row, target.get());
    } else {
      replay(fetch, cached);
    }
  }

  private void replay(Fetch fetch, CachedResponse cached) {
    fetch.stale(Optional.empty());
    fetch.head(cached.exchange().status().orElse(0), cached.fields());
    if (cached.text().size() > 0) {
      fetch.piece(cached.text().toByteArray());
    }
    fetch.textEnded();
    over(fetch, fetch.isGood());
  }

  private void finish(Row row, Exchange exchange) {
    Exchange part = exchange.as(row.resource());
    row.made(part);
    parts.events().ended(row.index(), part);
  }

  private void over(Fetch fetch, boolean well) {
    if (well) {
      fetch.land();
    } else {
      fetch.fail();
    }
    queue.ended(fetch);
  }
}
