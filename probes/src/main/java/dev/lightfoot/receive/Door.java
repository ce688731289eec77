package dev.lightfoot.receive;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// What every request passes, whatever is spoken: origin, method, and that it gets an answer.
final class Door implements HttpHandler {
  private final Protocol protocol;
  private final ReceiverCounters tally;

  Door(Protocol protocol, ReceiverCounters tally) {
    this.protocol = protocol;
    this.tally = tally;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply answer;
      try {
        answer = answer(exchange);
      } catch (RefusedRequest e) {
        tally.refusal(new Refusal(exchange.getRemoteAddress(), e.why().status(), e.sentence()));
        answer = refusal(exchange, e);
      } catch (InterruptedException e) {
        // The receiver is being closed.
        Thread.currentThread().interrupt();
        return;
      }
      tally.request(answer);
      send(exchange, answer);
    }
  }

  private Reply answer(HttpExchange exchange)
      throws RefusedRequest, IOException, InterruptedException {
    Gate.check(exchange.getRequestHeaders());
    Gate.allow(exchange.getRequestHeaders(), exchange.getResponseHeaders());
    return switch (exchange.getRequestMethod()) {
      case "POST" -> protocol.answer(exchange);
      case "OPTIONS" -> Reply.empty(204).with(Map.of("Allow", "POST, OPTIONS"));
      default ->
          throw new RefusedRequest(
              RefusedRequest.Why.METHOD, "The receiver only takes spans: use POST.");
    };
  }

  private Reply refusal(HttpExchange exchange, RefusedRequest refused) throws IOException {
    drain(exchange);
    Reply answer = protocol.refusal(exchange, refused);
    return switch (refused.why()) {
      case BUSY ->
          answer.with(Map.of("Retry-After", Integer.toString(ReceiverLimits.RETRY_AFTER_SECONDS)));
      case METHOD -> answer.with(Map.of("Allow", "POST, OPTIONS"));
      default -> answer;
    };
  }

  /// Reads on without keeping anything, so that a sender that is still writing can read why it was
  /// refused. One that goes on writing is cut off.
  private static void drain(HttpExchange exchange) throws IOException {
    InputStream raw = exchange.getRequestBody();
    byte[] bytes = new byte[16 << 10];
    long left = ReceiverLimits.BODY_BYTES;
    int count = 0;
    while (count >= 0 && left > 0) {
      left -= count;
      count = raw.read(bytes);
    }
  }

  private static void send(HttpExchange exchange, Reply answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    if (!answer.type().isEmpty()) {
      headers.set("Content-Type", answer.type());
    }
    byte[] body = answer.body();
    boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), silent ? -1 : body.length);
    if (!silent) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }
}
