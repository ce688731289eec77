package dev.lightfoot.probe.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/// The first words of TLS servers that do not exist any more, or should not (RFC 5246 section 7.4).
public final class ServerHello {
  private ServerHello() {}

  /// Takes the ClientHello off the connection.
  public static void readClientHello(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    byte[] header = in.readNBytes(5);
    in.readNBytes((header[3] & 0xff) << 8 | (header[4] & 0xff));
  }

  /// A record with a ServerHello that chooses that version and cipher suite.
  public static byte[] choosing(int version, int suite) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    number(body, version, 2);
    body.writeBytes(new byte[32]);
    body.write(0);
    number(body, suite, 2);
    body.write(0);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(2);
    number(message, body.size(), 3);
    message.writeBytes(body.toByteArray());
    return record(22, version, message.toByteArray());
  }

  /// A handshake message that claims to be 16 MiB long and begins.
  public static byte[] endless() {
    byte[] message = new byte[512];
    message[0] = 2;
    message[1] = message[2] = message[3] = (byte) 0xff;
    return record(22, 0x0303, message);
  }

  public static byte[] alert(int version, int code) {
    return record(21, version, new byte[] {2, (byte) code});
  }

  public static byte[] warning(int version, int code) {
    return record(21, version, new byte[] {1, (byte) code});
  }

  private static byte[] record(int type, int version, byte[] content) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(type);
    number(record, version, 2);
    number(record, content.length, 2);
    record.writeBytes(content);
    return record.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      out.write(value >> shift);
    }
  }
}
