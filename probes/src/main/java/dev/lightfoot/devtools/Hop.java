package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the events say of one request: of a chain of redirects, which has one id, each hop is one
/// of its own. Filled while events come.
final class Hop {
  private final JsonValue sent;
  private final Optional<Hop> before;
  private final List<JsonValue> data = new ArrayList<>();
  private final List<JsonValue> priorities = new ArrayList<>();
  private JsonValue requestExtra = JsonValue.NOTHING;
  private JsonValue responseExtra = JsonValue.NOTHING;
  private JsonValue earlyHints = JsonValue.NOTHING;
  private JsonValue response = JsonValue.NOTHING;
  private JsonValue finished = JsonValue.NOTHING;
  private JsonValue failed = JsonValue.NOTHING;
  private Optional<String> responseType = Optional.empty();
  private boolean fromMemory;
  private boolean redirected;

  /// @param sent of `Network.requestWillBeSent`
  /// @param before the hop that led here
  Hop(JsonValue sent, Optional<Hop> before) {
    this.sent = sent;
    this.before = before;
  }

  void extra(JsonValue ofRequest, JsonValue ofResponse) {
    requestExtra = ofRequest;
    responseExtra = ofResponse;
  }

  void earlyHints(JsonValue params) {
    earlyHints = params;
  }

  void responded(JsonValue params) {
    response = params.at("response");
    responseType = params.text("type");
  }

  void redirectedBy(JsonValue answer) {
    response = answer;
    redirected = true;
  }

  void finished(JsonValue params) {
    finished = params;
  }

  void failed(JsonValue params) {
    failed = params;
  }

  void servedFromMemory() {
    fromMemory = true;
  }

  void received(JsonValue params) {
    data.add(params);
  }

  void changedPriority(JsonValue params) {
    priorities.add(params);
  }

  String requestId() {
    return sent.text("requestId").orElse("");
  }

  String loaderId() {
    return sent.text("loaderId").orElse("");
  }

  String frameId() {
    return sent.text("frameId").orElse("");
  }

  String url() {
    return request().text("url").orElse("");
  }

  String method() {
    return request().text("method").orElse("GET");
  }

  /// Whether it asks for a document: its id is then that of the document's loader.
  boolean isNavigation() {
    return requestId().equals(loaderId()) && type().equals("Document");
  }

  /// What the protocol calls the type of the resource.
  String type() {
    return responseType.or(() -> sent.text("type")).orElse("");
  }

  /// Of `Network.requestWillBeSent`.
  JsonValue sent() {
    return sent;
  }

  JsonValue request() {
    return sent.at("request");
  }

  JsonValue initiator() {
    return sent.at("initiator");
  }

  /// When it was made, by the browser's clock; absent only in a damaged log.
  OptionalDouble timestamp() {
    return sent.number("timestamp");
  }

  Optional<Hop> before() {
    return before;
  }

  JsonValue response() {
    return response;
  }

  /// The browser's number of the connection that carried it; 0 where none did.
  long connectionId() {
    return (long) response.number("connectionId").orElse(0);
  }

  JsonValue timing() {
    return response.at("timing");
  }

  JsonValue requestExtra() {
    return requestExtra;
  }

  JsonValue responseExtra() {
    return responseExtra;
  }

  JsonValue earlyHints() {
    return earlyHints;
  }

  JsonValue finished() {
    return finished;
  }

  JsonValue failed() {
    return failed;
  }

  boolean isRedirected() {
    return redirected;
  }

  /// Whether it came to an end while events were taken.
  boolean hasEnded() {
    return redirected || finished.isPresent() || failed.isPresent();
  }

  boolean isFromMemory() {
    return fromMemory;
  }

  /// Of `Network.dataReceived`.
  List<JsonValue> data() {
    return data;
  }

  /// Of `Network.resourceChangedPriority`.
  List<JsonValue> priorities() {
    return priorities;
  }
}
