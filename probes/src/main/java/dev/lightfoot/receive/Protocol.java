package dev.lightfoot.receive;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// What is spoken at one port.
interface Protocol {
  /// Answers a request that came from this computer with the method POST.
  Reply answer(HttpExchange exchange) throws RefusedRequest, IOException, InterruptedException;

  /// How a refusal is reported to the sender of that request.
  Reply refusal(HttpExchange exchange, RefusedRequest refused);

  /// The content type without its parameters, in lower case.
  static String contentType(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
  }
}
