package dev.lightfoot.probe;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.LeftOut;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.probe.http.CookieBox;
import dev.lightfoot.probe.http.ExchangeRequest;
import dev.lightfoot.probe.http.ExchangeResult;
import dev.lightfoot.probe.http.HttpEngine;
import dev.lightfoot.probe.http.Redirects;
import dev.lightfoot.probe.http.Urls;
import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.Failure;
import dev.lightfoot.probe.trace.RunClock;
import dev.lightfoot.probe.wire.AddressPolicy;
import dev.lightfoot.probe.wire.ConnectGate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;

/// Makes one run: hop after hop until an answer, a failure, the time-out or the cancellation.
final class RunMaker {
  private final ProbeRequest request;
  private final ProbeListener listener;
  private final Cancellation cancellation;
  private final ScheduledExecutorService scheduler;
  private final AddressPolicy policy;
  private final Set<String> remarks = new LinkedHashSet<>();

  RunMaker(
      ProbeRequest request,
      ProbeListener listener,
      Cancellation cancellation,
      ScheduledExecutorService scheduler,
      AddressPolicy policy) {
    this.request = request;
    this.listener = listener;
    this.cancellation = cancellation;
    this.scheduler = scheduler;
    this.policy = policy;
  }

  Run make(RunState state, HttpEngine engine) {
    RunClock clock = new RunClock();
    BreakOff breakOff = new BreakOff(request.timeout());
    ScheduledFuture<?> watchdog =
        scheduler.schedule(
            () -> engine.stop(breakOff::timedOut),
            request.timeout().toNanos(),
            TimeUnit.NANOSECONDS);
    Cancellation.Registration registered =
        cancellation.onCancel(() -> engine.stop(BreakOff::cancelled));
    try (registered;
        HopNotes hops = new HopNotes(listener, scheduler);
        StallWatch stalls = new StallWatch(scheduler)) {
      Optional<RunError> error = follow(engine, clock, hops);
      watchdog.cancel(false);
      boolean stalled = stalls.stalled();
      List<Exchange> exchanges = hops.exchanges();
      remarks.addAll(hops.remarks());
      OffsetDateTime startedAt =
          clock.startedAt().atZone(ZoneId.systemDefault()).toOffsetDateTime();
      return new Run(state, startedAt, error, stalled, exchanges, List.of(), List.of())
          .with(state == RunState.WARM && error.isEmpty() ? notKept(exchanges) : Optional.empty());
    } finally {
      watchdog.cancel(false);
    }
  }

  /// A warm run that had to connect anew is not what it is called, and no median of warm runs holds
  /// it.
  private static Optional<LeftOut> notKept(List<Exchange> exchanges) {
    boolean kept =
        exchanges.stream()
            .map(Exchange::connection)
            .flatMap(Optional::stream)
            .allMatch(Connection::reused);
    return kept ? Optional.empty() : Optional.of(LeftOut.NOT_KEPT);
  }

  /// What was wrong with answers although they were measured, in sentences.
  Set<String> remarks() {
    return remarks;
  }

  /// Gives back why it ended before its answer; empty where that came.
  private Optional<RunError> follow(HttpEngine engine, RunClock clock, HopNotes hops) {
    HttpUrl origin = Urls.of(request.url());
    CookieBox cookies = new CookieBox(origin, request.cookies());
    ConnectGate gate = new ConnectGate(policy, request.allowPrivate());
    Redirects redirects = new Redirects();
    ExchangeRequest next = first(origin);
    while (true) {
      ExchangeResult hop = hop(engine, withCookies(next, cookies), clock, gate);
      hops.ended(hop);
      if (hop.failure().isPresent()) {
        Failure why = hop.failure().get();
        return Optional.of(new RunError(why.phase(), why.type().label(), why.message()));
      }
      Optional<String> sent = cookies.line(next.url());
      cookies.keep(next.url(), hop.setCookies());
      switch (redirects.after(next, sent, hop, cookies)) {
        case Redirects.Step.Done _ -> {
          return Optional.empty();
        }
        case Redirects.Step.Refused refused -> {
          return Optional.of(
              new RunError(Optional.empty(), refused.type().label(), refused.message()));
        }
        case Redirects.Step.Follow follow -> {
          ExchangeRequest led = follow.request();
          next = led.with(RequestHeaders.ofNextHop(led.headers(), request));
        }
      }
    }
  }

  private ExchangeRequest first(HttpUrl url) {
    List<Header> headers = new ArrayList<>(RequestHeaders.of(request));
    Optional<ExchangeRequest.Body> body =
        request
            .body()
            .map(
                sent ->
                    new ExchangeRequest.Body(okio.ByteString.of(sent.bytes()), sent.contentType()));
    return new ExchangeRequest(url, request.method(), headers, body, Optional.empty());
  }

  private static ExchangeRequest withCookies(ExchangeRequest hop, CookieBox cookies) {
    List<Header> headers = new ArrayList<>(hop.headers());
    cookies.line(hop.url()).ifPresent(line -> headers.add(new Header("Cookie", line)));
    return hop.with(headers);
  }

  private ExchangeResult hop(
      HttpEngine engine, ExchangeRequest hop, RunClock clock, ConnectGate gate) {
    listener.exchangeStarted(hop.url().toString());
    ExchangeTrace trace = new ExchangeTrace(clock, listener::phaseStarted);
    return engine.exchange(hop, trace, gate);
  }
}
