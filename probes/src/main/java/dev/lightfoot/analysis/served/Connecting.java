package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.analysis.stack.Peers;
import dev.lightfoot.analysis.trace.SpanTree;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The connections that one request made to one database or cache.
public final class Connecting {
  private static final Map<String, String> STORES =
      Map.ofEntries(
          Map.entry("5432", "postgresql"),
          Map.entry("6432", "postgresql"),
          Map.entry("3306", "mysql"),
          Map.entry("1433", "mssql"),
          Map.entry("1521", "oracle"),
          Map.entry("27017", "mongodb"),
          Map.entry("9042", "cassandra"),
          Map.entry("6379", "redis"),
          Map.entry("6380", "redis"),
          Map.entry("11211", "memcached"));

  private final ServedRequest request;
  private final Layer layer;
  private final String peer;
  private final List<Integer> tops = new ArrayList<>();
  private final List<Span> spans = new ArrayList<>();
  private int trips;

  private Connecting(ServedRequest request, Layer layer, String peer) {
    this.request = request;
    this.layer = layer;
    this.peer = peer;
  }

  /// Those of a request, by what it connected to.
  public static List<Connecting> of(ServedRequest request) {
    Map<String, Connecting> peers = new LinkedHashMap<>(0);
    for (int i = 0; i < request.size(); i++) {
      int position = request.position(i);
      if (request.part(position) == SpanPart.CONNECT && isTop(request, position)) {
        peer(request, position)
            .ifPresent(
                peer ->
                    peers
                        .computeIfAbsent(peer, _ -> new Connecting(request, layer(peer), peer))
                        .add(position));
      }
    }
    return List.copyOf(peers.values());
  }

  /// Whether nothing above it connects already.
  private static boolean isTop(ServedRequest request, int position) {
    int parent = request.tree().parent(position);
    return parent == SpanTree.NONE || request.part(parent) != SpanPart.CONNECT;
  }

  private static Layer layer(String peer) {
    return peer.startsWith("redis") || peer.startsWith("memcached") || peer.startsWith("valkey")
        ? Layer.CACHE
        : Layer.DATABASE;
  }

  /// What store it connects to, by its name or its port; empty where it is none, or where a cheap
  /// part of something else.
  private static Optional<String> peer(ServedRequest request, int position) {
    for (int i = position; i < request.tree().end(position); i++) {
      Span span = request.tree().span(i);
      Optional<String> store =
          Peers.of(span)
              .filter(Peer.DataStore.class::isInstance)
              .map(Peer.DataStore.class::cast)
              .map(Peer.DataStore::system)
              .or(() -> byPort(span));
      if (store.isPresent()) {
        return store;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> byPort(Span span) {
    return span.attributes()
        .get(AttributeNames.SERVER_PORT)
        .or(() -> span.attributes().get(AttributeNames.PEER_PORT))
        .flatMap(port -> Optional.ofNullable(STORES.get(port)));
  }

  private void add(int top) {
    tops.add(top);
    spans.add(request.tree().span(top));
    int handshakes = 0;
    boolean socket = false;
    for (int i = top; i < request.tree().end(top); i++) {
      Layer part = request.tree().span(i).layer();
      socket |= part == Layer.TCP;
      handshakes += part == Layer.TCP || part == Layer.TLS ? 1 : 0;
    }
    // who asks a database to connect waits for its greeting besides
    boolean store = request.tree().span(top).layer() == layer;
    trips += Math.max(1, handshakes + (store && socket ? 1 : 0));
  }

  public ServedRequest request() {
    return request;
  }

  /// Database or cache.
  public Layer layer() {
    return layer;
  }

  /// What it connected to: `postgresql`.
  public String peer() {
    return peer;
  }

  /// How many connections.
  public int connections() {
    return tops.size();
  }

  /// Round trips of all, as far as they were recorded.
  public int trips() {
    return trips;
  }

  public List<Span> spans() {
    return spans;
  }

  /// How long it took to connect, one after another.
  public long nanos() {
    return spans.stream().mapToLong(span -> span.time().duration().orElse(0)).sum();
  }

  /// Its time on the request's critical path.
  public long pathNanos() {
    return Math.min(nanos(), tops.stream().mapToLong(request::pathNanos).sum());
  }

  /// The gate for single trips: at least 2 ms and 2 % of the request.
  public boolean passesSmall() {
    return CallGroup.passesSmall(nanos(), request);
  }
}
