package dev.lightfoot.receive;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The answer to a sender.
///
/// @param type content type; empty where there is no body
/// @param headers more of them
@SuppressWarnings("ArrayRecordComponent") // made here, written once
record Reply(int status, String type, byte[] body, Map<String, String> headers) {
  static final String PROTOBUF = "application/x-protobuf";
  static final String JSON = "application/json";

  static Reply empty(int status) {
    return new Reply(status, "", new byte[0], Map.of());
  }

  static Reply of(int status, String type, byte[] body) {
    return new Reply(status, type, body, Map.of());
  }

  static Reply text(int status, String sentence) {
    return of(
        status, "text/plain; charset=utf-8", (sentence + "\n").getBytes(StandardCharsets.UTF_8));
  }

  Reply with(Map<String, String> more) {
    return new Reply(status, type, body, more);
  }
}
