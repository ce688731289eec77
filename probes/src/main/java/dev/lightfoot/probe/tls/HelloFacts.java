package dev.lightfoot.probe.tls;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// What the clear parts of a handshake say (RFC 8446 section 4.1, RFC 5246 section 7.4).
public final class HelloFacts {
  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final int EXTENSION_SESSION_TICKET = 35;
  private static final int EXTENSION_PRE_SHARED_KEY = 41;
  private static final int EXTENSION_SUPPORTED_VERSIONS = 43;
  private static final int EXTENSION_KEY_SHARE = 51;
  private static final int NAMED_CURVE = 3;
  private static final int TLS_1_3 = 0x0304;

  /// The random of a ServerHello that is a HelloRetryRequest (RFC 8446 section 4.1.3).
  private static final String RETRY_RANDOM =
      "cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c";

  private String offeredSessionId = "";
  private boolean offered;
  private boolean retried;
  private boolean serverHello;
  private boolean resumed;
  private OptionalInt version = OptionalInt.empty();
  private OptionalInt suite = OptionalInt.empty();
  private Optional<String> group = Optional.empty();

  /// Reads one handshake message; whether it was a ServerHello other than a HelloRetryRequest.
  public boolean read(int type, ByteBuffer body) {
    try {
      switch (type) {
        case CLIENT_HELLO -> clientHello(body);
        case SERVER_HELLO -> {
          return serverHello(body);
        }
        case SERVER_KEY_EXCHANGE -> serverKeyExchange(body);
        default -> {}
      }
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      return false; // the TLS library judges the message; here only its facts are missing
    }
    return false;
  }

  private void clientHello(ByteBuffer body) {
    skip(body, 2 + 32);
    offeredSessionId = hex(body, body.get() & 0xff);
    skip(body, body.getShort() & 0xffff);
    skip(body, body.get() & 0xff);
    boolean preSharedKey = false;
    boolean ticket = false;
    if (body.remaining() >= 2) {
      ByteBuffer extensions = slice(body, body.getShort() & 0xffff);
      while (extensions.remaining() >= 4) {
        int extension = extensions.getShort() & 0xffff;
        int length = extensions.getShort() & 0xffff;
        preSharedKey |= extension == EXTENSION_PRE_SHARED_KEY;
        ticket |= extension == EXTENSION_SESSION_TICKET && length > 0;
        skip(extensions, length);
      }
    }
    offered |= preSharedKey || ticket;
  }

  private boolean serverHello(ByteBuffer body) {
    int legacyVersion = body.getShort() & 0xffff;
    boolean retry = hex(body, 32).equals(RETRY_RANDOM);
    String sessionId = hex(body, body.get() & 0xff);
    suite = OptionalInt.of(body.getShort() & 0xffff);
    skip(body, 1);
    version = OptionalInt.of(legacyVersion);
    boolean preSharedKey = false;
    if (body.remaining() >= 2) {
      ByteBuffer extensions = slice(body, body.getShort() & 0xffff);
      while (extensions.remaining() >= 4) {
        int extension = extensions.getShort() & 0xffff;
        ByteBuffer content = slice(extensions, extensions.getShort() & 0xffff);
        switch (extension) {
          case EXTENSION_SUPPORTED_VERSIONS ->
              version = OptionalInt.of(content.getShort() & 0xffff);
          case EXTENSION_KEY_SHARE ->
              group = Optional.of(NamedGroups.name(content.getShort() & 0xffff));
          case EXTENSION_PRE_SHARED_KEY -> preSharedKey = true;
          default -> {}
        }
      }
    }
    if (retry) {
      retried = true;
      return false;
    }
    serverHello = true;
    boolean tls13 = isTls13();
    resumed = tls13 ? preSharedKey : !sessionId.isEmpty() && sessionId.equals(offeredSessionId);
    offered |= !tls13 && resumed;
    return true;
  }

  private void serverKeyExchange(ByteBuffer body) {
    if (body.get() == NAMED_CURVE) {
      group = Optional.of(NamedGroups.name(body.getShort() & 0xffff));
    }
  }

  private static ByteBuffer slice(ByteBuffer from, int length) {
    ByteBuffer part = from.slice(from.position(), Math.min(length, from.remaining()));
    skip(from, length);
    return part;
  }

  private static void skip(ByteBuffer buffer, int count) {
    if (count > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    buffer.position(buffer.position() + count);
  }

  private static String hex(ByteBuffer from, int length) {
    byte[] bytes = new byte[length];
    from.get(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// Whether the client offered a session.
  public boolean offered() {
    return offered;
  }

  /// Whether the server asked for another key share.
  public boolean retried() {
    return retried;
  }

  /// Whether the server took the session that was offered.
  public boolean resumed() {
    return resumed;
  }

  /// The group of the key exchange.
  public Optional<String> group() {
    return group;
  }

  /// The version that the server chose, such as `TLSv1.3`.
  public Optional<String> version() {
    return serverHello && version.isPresent()
        ? Optional.of(versionName(version.getAsInt()))
        : Optional.empty();
  }

  /// Whether the server has chosen TLS 1.3 or later, be it in a HelloRetryRequest.
  boolean isTls13() {
    return version.orElse(0) >= TLS_1_3;
  }

  /// The suite's name, where no session names it.
  public Optional<String> suite() {
    return suite.isPresent() ? Optional.of(CipherSuites.name(suite.getAsInt())) : Optional.empty();
  }

  /// A version number in the JDK's words, which are the ones people know: `TLSv1.3`.
  static String versionName(int number) {
    return switch (number) {
      case 0x0304 -> "TLSv1.3";
      case 0x0303 -> "TLSv1.2";
      case 0x0302 -> "TLSv1.1";
      case 0x0301 -> "TLSv1";
      case 0x0300 -> "SSLv3";
      default -> "0x" + Integer.toHexString(number);
    };
  }
}
