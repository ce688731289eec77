package dev.lightfoot.probe.chrome;

import dev.lightfoot.devtools.json.JsonValue;
import dev.lightfoot.devtools.json.JsonValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/// Over the pipes of `--remote-debugging-pipe`: JSON, each message ended by a zero byte.
final class PipeLink implements DevtoolsLink {
  /// Longer messages end the link.
  static final int MAX_MESSAGE = 64 << 20;

  private static final int BUFFER = 64 << 10;

  private final InputStream in;
  private final OutputStream out;
  private final Receiver receiver;

  private PipeLink(InputStream in, OutputStream out, Receiver receiver) {
    this.in = in;
    this.out = out;
    this.receiver = receiver;
  }

  static PipeLink open(InputStream in, OutputStream out, Receiver receiver) {
    PipeLink link = new PipeLink(in, out, receiver);
    Thread.ofPlatform().daemon().name("devtools-pipe").start(link::read);
    return link;
  }

  @Override
  public synchronized void send(JsonValue message) throws IOException {
    out.write(message.toString().getBytes(StandardCharsets.UTF_8));
    out.write(0);
    out.flush();
  }

  private void read() {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        int from = 0;
        for (int i = 0; i < read; i++) {
          if (buffer[i] == 0) {
            message.write(buffer, from, i - from);
            receiver.received(JsonValues.parse(message.toByteArray()));
            message.reset();
            from = i + 1;
          }
        }
        message.write(buffer, from, read - from);
        if (message.size() > MAX_MESSAGE) {
          receiver.ended("a message of the browser is larger than " + MAX_MESSAGE + " bytes");
          return;
        }
      }
      receiver.ended("the browser has closed");
    } catch (IOException e) {
      receiver.ended("the browser has closed");
    } catch (JacksonException e) {
      receiver.ended("a message of the browser is not JSON as it must be");
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      // the browser has closed its end
      return;
    }
  }
}
