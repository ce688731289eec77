package dev.lightfoot.probe.loopback;

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

/// An https server that answers every request with 200 and three bytes, over h2 or http/1.1.
final class LoopbackHttps implements AutoCloseable {
  private static final byte[] BODY = "ok\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SETTINGS = 4;
  private static final int HEADERS = 1;
  private static final int ACK = 1;

  /// `:status: 200` from HPACK's static table (RFC 7541 appendix A).
  private static final byte STATUS_200 = (byte) 0x88;

  private final HeldCertificate root;
  private final SSLServerSocket server;

  LoopbackHttps(String host) throws IOException {
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

  private static void serve(SSLSocket socket) {
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

  private static void http1(InputStream in, OutputStream out) throws IOException {
    byte[] answer =
        ("HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length + "\r\n\r\nok\n")
            .getBytes(StandardCharsets.US_ASCII);
    int inARow = 0;
    int value;
    while ((value = in.read()) >= 0) {
      inARow = value == '\n' ? inARow + 1 : value == '\r' ? inARow : 0;
      if (inARow == 2) {
        out.write(answer);
        inARow = 0;
      }
    }
  }

  private static void http2(DataInputStream in, OutputStream out) throws IOException {
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
        out.write(frame(HEADERS, 4, stream, new byte[] {STATUS_200}));
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
