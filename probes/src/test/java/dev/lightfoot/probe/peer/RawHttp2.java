package dev.lightfoot.probe.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// An HTTP/2 server made of bytes: it agrees on h2, reads the request and then sends what a test
/// wants, right or wrong. Frames the client sends afterwards are kept.
public final class RawHttp2 implements AutoCloseable {
  public static final int DATA = 0;
  public static final int HEADERS = 1;
  public static final int RST_STREAM = 3;
  public static final int SETTINGS = 4;
  public static final int PING = 6;
  public static final int GOAWAY = 7;
  public static final int WINDOW_UPDATE = 8;
  public static final int CONTINUATION = 9;
  public static final int END_STREAM = 1;
  public static final int ACK = 1;
  public static final int END_HEADERS = 4;

  /// `:status: 200` by its place in the static table (RFC 7541 appendix A).
  private static final byte[] OK = {(byte) 0x88};

  private static final int PREFACE = 24;
  private static final int FRAME_HEADER = 9;

  /// A frame that came.
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Frame(int type, int flags, int stream, byte[] payload) {}

  /// What the server does once it has the request.
  @FunctionalInterface
  public interface Answer {
    void give(Socket connection, int stream) throws Exception;
  }

  private final ScriptedServer server;
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private volatile Answer answer = (connection, stream) -> {};

  public RawHttp2(SSLContext context) throws IOException {
    server = ScriptedServer.tls(context, this::play);
  }

  public RawHttp2 answer(Answer script) {
    answer = script;
    frames.clear();
    return this;
  }

  public int port() {
    return server.port();
  }

  /// Frames the client sent after its request.
  public List<Frame> frames() {
    return frames;
  }

  private void play(Socket connection) throws Exception {
    SSLParameters parameters = ((SSLSocket) connection).getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    ((SSLSocket) connection).setSSLParameters(parameters);
    InputStream in = connection.getInputStream();
    in.readNBytes(PREFACE);
    connection.getOutputStream().write(frame(SETTINGS, 0, 0));
    Frame frame;
    do {
      frame = read(in);
    } while (frame.type != HEADERS);
    Thread reading = Thread.ofPlatform().daemon().start(() -> keep(in));
    answer.give(connection, frame.stream);
    reading.join();
  }

  private void keep(InputStream in) {
    try {
      while (true) {
        frames.add(read(in));
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private static Frame read(InputStream in) throws IOException {
    byte[] header = in.readNBytes(FRAME_HEADER);
    if (header.length < FRAME_HEADER) {
      throw new IOException("closed");
    }
    int length = number(header, 0, 3);
    return new Frame(
        header[3] & 0xff, header[4] & 0xff, number(header, 5, 4), in.readNBytes(length));
  }

  private static int number(byte[] bytes, int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 8 | (bytes[i] & 0xff);
    }
    return value;
  }

  /// A frame's bytes.
  public static byte[] frame(int type, int flags, int stream, byte... payload) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int shift = 16; shift >= 0; shift -= 8) {
      out.write(payload.length >> shift);
    }
    out.write(type);
    out.write(flags);
    for (int shift = 24; shift >= 0; shift -= 8) {
      out.write(stream >> shift);
    }
    out.writeBytes(payload);
    return out.toByteArray();
  }

  /// The header block of an answer: `:status: 200`.
  public static byte[] okBlock() {
    return OK.clone();
  }

  /// A header block of these names and values, each literal and not indexed (RFC 7541 section
  /// 6.2.2).
  public static byte[] block(String... namesAndValues) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      out.write(0);
      for (String text : List.of(namesAndValues[i], namesAndValues[i + 1])) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes.length);
        out.writeBytes(bytes);
      }
    }
    return out.toByteArray();
  }

  /// An answer without a body.
  public static byte[] ok(int stream) {
    return frame(HEADERS, END_HEADERS | END_STREAM, stream, OK);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
