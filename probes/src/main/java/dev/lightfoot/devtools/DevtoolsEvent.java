package dev.lightfoot.devtools;

import dev.lightfoot.devtools.json.JsonValue;

/// One event of the DevTools protocol.
///
/// @param method such as `Network.requestWillBeSent`
/// @param params what it says
public record DevtoolsEvent(String method, JsonValue params) {
  /// The request that it is about; empty where it is about none.
  String requestId() {
    return params.text("requestId").orElse("");
  }
}
