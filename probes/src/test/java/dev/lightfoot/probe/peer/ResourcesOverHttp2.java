package dev.lightfoot.probe.peer;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okhttp3.internal.http2.Header;
import okhttp3.internal.http2.Hpack;
import okio.Buffer;

/// Answers with the scripted resources over h2: out of order, the slices of their bodies one among
/// the other.
///
/// @param streams how many it says that it takes at a time
public record ResourcesOverHttp2(ResourceStamps stamps, int streams)
    implements ScriptedServer.Script {
  private static final int PREFACE = 24;
  private static final int HPACK_TABLE = 4_096;

  @Override
  public void play(Socket connection) throws Exception {
    SSLParameters parameters = ((SSLSocket) connection).getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    ((SSLSocket) connection).setSSLParameters(parameters);
    DataInputStream in = new DataInputStream(connection.getInputStream());
    in.readFully(new byte[PREFACE]);
    byte[] most = {0, 3, 0, 0, 0, (byte) streams};
    write(connection, RawHttp2.frame(RawHttp2.SETTINGS, 0, 0, most));
    Buffer block = new Buffer();
    Hpack.Reader hpack = new Hpack.Reader(block, HPACK_TABLE);
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      try {
        while (true) {
          int lengthAndType = in.readInt();
          int flags = in.readUnsignedByte();
          int stream = in.readInt();
          byte[] payload = in.readNBytes(lengthAndType >>> 8);
          if ((lengthAndType & 0xff) == RawHttp2.HEADERS) {
            block.write(payload);
            hpack.readHeaders();
            answer(connection, stream, resource(hpack), clock);
          } else if ((lengthAndType & 0xff) == RawHttp2.SETTINGS && flags == 0) {
            write(connection, RawHttp2.frame(RawHttp2.SETTINGS, RawHttp2.ACK, 0));
          } else if ((lengthAndType & 0xff) == RawHttp2.SETTINGS) {
            stamps.settled();
          }
        }
      } finally {
        clock.shutdownNow();
      }
    }
  }

  private static Resource resource(Hpack.Reader hpack) {
    return hpack.getAndResetHeaderList().stream()
        .filter(header -> header.name.equals(Header.TARGET_PATH))
        .map(header -> Resource.of(header.value.utf8()))
        .findFirst()
        .orElseThrow();
  }

  private void answer(
      Socket connection, int stream, Resource resource, ScheduledExecutorService clock) {
    ResourceStamps.Stamps noted = stamps.of(resource);
    noted.seen();
    if (resource.isHinted()) {
      byte[] hint = {0x08, 3, '1', '0', '3'};
      byte[] frame = RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, hint);
      later(clock, resource.delayMillis() / 2, noted::hinted, connection, frame);
    }
    byte[] head = RawHttp2.frame(RawHttp2.HEADERS, RawHttp2.END_HEADERS, stream, block(resource));
    later(clock, resource.delayMillis(), noted::first, connection, head);
    for (int slice = 1; slice <= Resource.SLICES; slice++) {
      int flags = slice == Resource.SLICES ? RawHttp2.END_STREAM : 0;
      byte[] frame = RawHttp2.frame(RawHttp2.DATA, flags, stream, resource.slice());
      long at = resource.delayMillis() + slice * Resource.SLICE_MILLIS;
      later(clock, at, noted::last, connection, frame);
    }
  }

  /// The header block of that resource's answer: literals, so that its length says whose it is.
  public static byte[] block(Resource resource) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(RawHttp2.okBlock());
    block.writeBytes(new byte[] {0, 4});
    block.writeBytes("mark".getBytes(StandardCharsets.US_ASCII));
    block.write(resource.mark().length());
    block.writeBytes(resource.mark().getBytes(StandardCharsets.US_ASCII));
    return block.toByteArray();
  }

  private static void later(
      ScheduledExecutorService clock, long millis, Runnable note, Socket connection, byte[] frame) {
    var _ =
        clock.schedule(
            () -> {
              note.run();
              write(connection, frame);
              return true;
            },
            millis,
            TimeUnit.MILLISECONDS);
  }

  private static void write(Socket connection, byte[] bytes) throws IOException {
    synchronized (connection) {
      connection.getOutputStream().write(bytes);
    }
  }
}
