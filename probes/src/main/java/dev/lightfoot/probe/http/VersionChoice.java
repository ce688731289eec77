package dev.lightfoot.probe.http;

import dev.lightfoot.model.Header;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Protocol;

/// Which version of HTTP a request is made with.
final class VersionChoice {
  private final HttpChoice versions;
  private final AlternativeServices services;
  private final Set<String> overTcp = ConcurrentHashMap.newKeySet();

  VersionChoice(HttpChoice versions, AlternativeServices services) {
    this.versions = versions;
    this.services = services;
  }

  /// What is offered to a server over TCP. The library wants http/1.1 in every list; where only h2
  /// will do, [#refuses] says so.
  List<Protocol> offered() {
    return versions == HttpChoice.HTTP_1_1
        ? List.of(Protocol.HTTP_1_1)
        : List.of(Protocol.HTTP_2, Protocol.HTTP_1_1);
  }

  /// Whether what a server has agreed to must not be used.
  boolean refuses(Protocol agreed) {
    return versions == HttpChoice.HTTP_2 && agreed != Protocol.HTTP_2;
  }

  /// Whether every call there needs a connection of its own, as far as that is known beforehand.
  boolean separate(HttpUrl url) {
    return !url.isHttps() || versions == HttpChoice.HTTP_1_1;
  }

  /// Where to ask over QUIC; empty where TCP is to be taken. An origin that TCP was taken to stays
  /// there: its connection is open. Proxies carry TCP only.
  Optional<Integer> quicPort(CallContext call) {
    return switch (versions) {
      case HTTP_3 -> Optional.of(call.url().port());
      case HTTP_1_1, HTTP_2 -> Optional.empty();
      case ANY -> {
        OptionalInt port = services.port(call.url());
        boolean stays = overTcp.contains(origin(call.url())) || call.proxy().isPresent();
        yield port.isPresent() && !stays ? Optional.of(port.getAsInt()) : Optional.empty();
      }
    };
  }

  /// TCP is taken to that origin.
  void goesOverTcp(HttpUrl url) {
    overTcp.add(origin(url));
  }

  /// Goes the way that another one went.
  void goTheWayOf(VersionChoice before) {
    overTcp.addAll(before.overTcp);
  }

  private static String origin(HttpUrl url) {
    return url.host() + ":" + url.port();
  }

  /// Why that call cannot be made with the versions chosen.
  Optional<String> impossible(CallContext call) {
    if (versions == HttpChoice.HTTP_3 && call.proxy().isPresent()) {
      return Optional.of("HTTP/3 was asked for, but proxies carry TCP only: --proxy none.");
    }
    if (call.url().isHttps()) {
      return Optional.empty();
    }
    return switch (versions) {
      case HTTP_2 -> Optional.of("HTTP/2 was asked for, but without TLS only http/1.1 is spoken.");
      case HTTP_3 -> Optional.of("HTTP/3 was asked for, but it exists with TLS only: use https.");
      case ANY, HTTP_1_1 -> Optional.empty();
    };
  }

  /// Whether TCP is tried where QUIC does not work.
  boolean fallsBack() {
    return versions == HttpChoice.ANY;
  }

  void quicDidNotWork(HttpUrl url) {
    services.didNotWork(url);
  }

  /// Takes what a response says of where else its origin can be reached.
  void learn(HttpUrl url, List<Header> headers) {
    services.learn(url, headers);
  }
}
