package dev.lightfoot.devtools.netlog;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.json.JsonValues;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// A log of the network. Its clock is that of the DevTools events of the same browser, in whole
/// milliseconds.
public final class NetLog {
  /// More sources are not kept.
  public static final int MAX_SOURCES = 200_000;

  /// Holds nothing.
  public static final NetLog NONE = new NetLog();

  private final Map<Long, NetSocket> sockets = new LinkedHashMap<>();
  private final Map<Long, NetRequest> open = new HashMap<>();
  private final List<NetRequest> requests = new ArrayList<>();
  private final Map<Long, NetLookup> lookups = new LinkedHashMap<>();
  private final Map<Long, Long> sessions = new HashMap<>();
  private final Map<Long, Long> streams = new HashMap<>();
  private double wallOffsetMillis;
  private boolean whole;
  private int leftOut;

  private NetLog() {}

  /// Reads a log as far as it goes: one whose browser was killed lacks its end.
  public static NetLog read(InputStream in) {
    NetLog log = new NetLog();
    NetLogNames names = new NetLogNames();
    try (JsonValues values = JsonValues.of(in)) {
      if (values.next() && values.isObject()) {
        for (var name = values.member(); name.isPresent(); name = values.member()) {
          log.member(name.get(), values, names);
        }
      }
      log.whole = true;
    } catch (JacksonException e) {
      log.whole = false;
    }
    return log;
  }

  private void member(String name, JsonValues values, NetLogNames names) {
    if (name.equals("constants")) {
      JsonValue constants = values.value();
      names.read(constants);
      wallOffsetMillis = constants.number("timeTickOffset").orElse(0);
    } else if (name.equals("events") && values.isArray()) {
      while (values.element()) {
        accept(names.event(values.value()));
      }
    } else {
      values.skip();
    }
  }

  private void accept(NetLogEvent event) {
    if (sockets.size() + requests.size() + lookups.size() >= MAX_SOURCES) {
      leftOut++;
      return;
    }
    long id = event.source();
    switch (event.sourceType()) {
      case "SOCKET" -> sockets.computeIfAbsent(id, NetSocket::new).accept(event);
      case "QUIC_SESSION" -> sockets.computeIfAbsent(id, NetSocket::new).acceptQuic(event);
      case "URL_REQUEST" -> request(id, event);
      case "HOST_RESOLVER_IMPL_JOB", "HOST_RESOLVER_MANAGER_JOB" ->
          lookups.computeIfAbsent(id, _ -> new NetLookup()).accept(event);
      case "HTTP2_SESSION" -> {
        if (event.type().equals("HTTP2_SESSION_INITIALIZED")) {
          sessions.put(id, event.dependency());
        }
      }
      case "HTTP_STREAM_JOB" -> stream(id, event);
      default -> {}
    }
  }

  /// A redirect is followed by the same source: each hop is a request of its own.
  private void request(long id, NetLogEvent event) {
    NetRequest request = open.get(id);
    if (request == null) {
      request = new NetRequest(id, "");
      open.put(id, request);
      requests.add(request);
    }
    if (event.type().equals("URL_REQUEST_REDIRECTED")) {
      request.redirected(event);
      NetRequest next = new NetRequest(id, request.url());
      open.put(id, next);
      requests.add(next);
    } else {
      request.accept(event);
    }
  }

  /// What a stream got: a socket, or a session that has one.
  private void stream(long id, NetLogEvent event) {
    switch (event.type()) {
      case "SOCKET_POOL_BOUND_TO_SOCKET",
          "HTTP2_SESSION_POOL_FOUND_EXISTING_SESSION",
          "HTTP2_SESSION_POOL_FOUND_EXISTING_SESSION_FROM_IP_POOL",
          "HTTP_STREAM_REQUEST_BOUND_TO_QUIC_SESSION" ->
          streams.put(id, event.dependency());
      default -> {}
    }
  }

  /// The connection of that number: DevTools calls it `connectionId`.
  public Optional<NetSocket> socket(long id) {
    return Optional.ofNullable(sockets.get(id));
  }

  /// Every connection and attempt, in the order in which they began.
  public List<NetSocket> sockets() {
    return new ArrayList<>(sockets.values());
  }

  /// The connection that carried a request.
  public Optional<NetSocket> socket(NetRequest request) {
    Long bound = streams.get(request.job());
    return bound == null ? Optional.empty() : socket(sessions.getOrDefault(bound, bound));
  }

  /// The attempts to connect that were made for the same purpose, in order.
  public List<NetSocket> race(NetSocket winner) {
    return sockets.values().stream()
        .filter(each -> each == winner || (each.job() != 0 && each.job() == winner.job()))
        .toList();
  }

  /// In the order in which they began.
  public List<NetRequest> requests() {
    return List.copyOf(requests);
  }

  /// In the order in which they began.
  public List<NetLookup> lookups() {
    return new ArrayList<>(lookups.values());
  }

  /// What to add to an instant for milliseconds since 1970.
  public double wallOffsetMillis() {
    return wallOffsetMillis;
  }

  /// Whether the log has its end.
  public boolean isWhole() {
    return whole;
  }

  /// How many events came when the log was full.
  public int leftOut() {
    return leftOut;
  }
}
