package dev.lightfoot.probe.loopback;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// An https server over h2 or http/1.1 that leads the first requests of each connection from one
/// place to the next, and answers the others with 200 and three bytes.
final class LoopbackHttps implements AutoCloseable {
  private static final byte[] BODY = "ok\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SETTINGS = 4;
  private static final int HEADERS = 1;
  private static final int ACK = 1;

  /// `:status: 200` from HPACK's static table (RFC 7541 appendix A).
  private static final byte STATUS_200 = (byte) 0x88;

  /// `:status: 302`, as nginx writes it: its name from that table, its value in Huffman's code.
  private static final byte[] STATUS_302 = {0x08, (byte) 0x82, 0x64, 0x02};

  /// Fields of that table, to be added to the connection's own; the value follows.
  private static final int CONTENT_LENGTH = 0x40 | 28;

  private static final int CONTENT_TYPE = 0x40 | 31;
  private static final int LOCATION = 0x40 | 46;
  private static final String TYPE = "text/html; charset=utf-8";

  private final HeldCertificate root;
  private final SSLServerSocket server;
  private final int redirects;

  LoopbackHttps(String host, int redirects) throws IOException {
    this.redirects = redirects;
    root = new HeldCertificate.Builder().certificateAuthority(0).build();
    HeldCertificate leaf =
        new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(root).build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(leaf, root.certificate()).build();
    server =
        (SSLServerSocket)
            certificates
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("loopback-https").start(this::accept);
  }

  X509Certificate root() {
    return root.certificate();
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) server.accept();
        Thread.ofPlatform().daemon().name("loopback-connection").start(() -> serve(socket));
      }
    } catch (IOException e) {
      // closed: no more connections
    }
  }

  private void serve(SSLSocket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      if (socket.getApplicationProtocol().equals("h2")) {
        http2(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
      } else {
        http1(socket.getInputStream(), socket.getOutputStream());
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  private void http1(InputStream in, OutputStream out) throws IOException {
    int answered = 0;
    int inARow = 0;
    int value;
    while ((value = in.read()) >= 0) {
      inARow = value == '\n' ? inARow + 1 : value == '\r' ? inARow : 0;
      if (inARow == 2) {
        out.write(http1Answer(answered++));
        inARow = 0;
      }
    }
  }

  private byte[] http1Answer(int before) {
    String head = before < redirects ? "302 Found\r\nLocation: " + place(before) : "200 OK";
    String fields = "\r\nContent-Type: " + TYPE + "\r\nContent-Length: " + BODY.length;
    return ("HTTP/1.1 " + head + fields + "\r\n\r\nok\n").getBytes(StandardCharsets.US_ASCII);
  }

  /// Where the redirect after so many leads.
  private static String place(int before) {
    return "/" + (before + 1);
  }

  private byte[] http2Head(int before) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    if (before < redirects) {
      block.writeBytes(STATUS_302);
      field(block, LOCATION, place(before));
    } else {
      block.write(STATUS_200);
    }
    field(block, CONTENT_TYPE, TYPE);
    field(block, CONTENT_LENGTH, Integer.toString(BODY.length));
    return block.toByteArray();
  }

  private static void field(ByteArrayOutputStream block, int name, String value) {
    block.write(name);
    block.write(value.length());
    block.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
  }

  private void http2(DataInputStream in, OutputStream out) throws IOException {
    int answered = 0;
    in.skipNBytes(24); // the client's preface
    out.write(frame(SETTINGS, 0, 0, new byte[0]));
    while (true) {
      int lengthAndType = in.readInt();
      int flags = in.readUnsignedByte();
      int stream = in.readInt();
      int type = lengthAndType & 0xff;
      in.skipNBytes(lengthAndType >>> 8);
      if (type == SETTINGS && (flags & ACK) == 0) {
        out.write(frame(SETTINGS, ACK, 0, new byte[0]));
      } else if (type == HEADERS) {
        out.write(frame(HEADERS, 4, stream, http2Head(answered++)));
        out.write(frame(0, 1, stream, BODY));
      }
    }
  }

  private static byte[] frame(int type, int flags, int stream, byte[] payload) {
    byte[] frame = new byte[9 + payload.length];
    frame[2] = (byte) payload.length;
    frame[3] = (byte) type;
    frame[4] = (byte) flags;
    frame[7] = (byte) (stream >> 8);
    frame[8] = (byte) stream;
    System.arraycopy(payload, 0, frame, 9, payload.length);
    return frame;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
