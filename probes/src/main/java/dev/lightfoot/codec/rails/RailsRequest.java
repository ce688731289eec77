package dev.lightfoot.codec.rails;

import dev.lightfoot.codec.text.LocalStamp;
import java.util.Optional;

/// A request while its lines come in.
final class RailsRequest {
  private final RailsLine started;
  private final String method;
  private final String target;
  private final String client;
  private final Optional<LocalStamp> begun;
  private String route = "";
  private long queries;

  private RailsRequest(RailsLine started, String method, String target, String client) {
    this.started = started;
    this.method = method;
    this.target = target;
    this.client = client;
    begun = LocalStamp.find(started.message().substring(started.message().lastIndexOf('"')));
  }

  /// `Started GET "/users/1?a=b" for 127.0.0.1 at 2026-11-23 15:28:04 +0000`.
  static Optional<RailsRequest> started(RailsLine line) {
    String text = line.message();
    int open = text.indexOf('"');
    int close = text.lastIndexOf("\" for ");
    boolean begins = text.startsWith("Started ") && open > "Started ".length() && close > open;
    if (!begins) {
      return Optional.empty();
    }
    String rest = text.substring(close + "\" for ".length());
    int at = rest.indexOf(" at ");
    return Optional.of(
        new RailsRequest(
            line,
            text.substring("Started ".length(), open).strip(),
            text.substring(open + 1, close),
            at < 0 ? "" : rest.substring(0, at)));
  }

  RailsLine line() {
    return started;
  }

  String method() {
    return method;
  }

  String target() {
    return target;
  }

  String client() {
    return client;
  }

  /// When it began, as the message says.
  Optional<LocalStamp> begun() {
    return begun;
  }

  /// Controller and action, such as `UsersController#show`; empty where not said.
  String route() {
    return route;
  }

  void route(String route) {
    this.route = route;
  }

  void query() {
    queries++;
  }

  long queries() {
    return queries;
  }
}
