package dev.lightfoot.junit;

import dev.lightfoot.model.span.Span;
import dev.lightfoot.receive.Receiver;
import dev.lightfoot.receive.ReceiverSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Spans that programs send to a receiver of the test's own, on loopback.
final class ReceivedLog implements SpanLog {
  private final List<Span> received = new ArrayList<>();
  private final Receiver receiver;

  /// @param port to listen on; 0 for any that is free
  ReceivedLog(int port) throws IOException {
    receiver = Receiver.start(new ReceiverSettings(port, 0), this::add);
  }

  int port() {
    return receiver.otlpPort();
  }

  private synchronized void add(List<Span> spans) {
    received.addAll(spans);
  }

  @Override
  public synchronized void begin() {
    received.clear();
  }

  @Override
  public synchronized List<Span> spans() {
    return List.copyOf(received);
  }

  @Override
  public void close() {
    receiver.close();
  }
}
