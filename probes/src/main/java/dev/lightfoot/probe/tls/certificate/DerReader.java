package dev.lightfoot.probe.tls.certificate;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Walks DER (ITU-T X.690) far enough for two small structures that the JDK does not show: the OCSP
/// URLs of a certificate and the status in an OCSP response.
public final class DerReader {
  static final int INTEGER = 0x02;
  static final int OBJECT_IDENTIFIER = 0x06;
  static final int OCTET_STRING = 0x04;
  static final int ENUMERATED = 0x0a;
  static final int SEQUENCE = 0x30;
  static final int GENERALIZED_TIME = 0x18;

  private final ByteBuffer bytes;

  public DerReader(byte[] bytes) {
    this(ByteBuffer.wrap(bytes));
  }

  private DerReader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  public boolean more() {
    return bytes.hasRemaining();
  }

  /// The next value.
  ///
  /// @throws MalformedDer where it does not fit the bytes
  public Value next() throws MalformedDer {
    try {
      int tag = bytes.get() & 0xff;
      int length = length();
      if (length < 0 || length > bytes.remaining()) {
        throw new MalformedDer();
      }
      ByteBuffer content = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      return new Value(tag, content);
    } catch (BufferUnderflowException e) {
      throw new MalformedDer();
    }
  }

  /// The next value, which must have that tag.
  public Value next(int tag) throws MalformedDer {
    Value value = next();
    if (value.tag != tag) {
      throw new MalformedDer();
    }
    return value;
  }

  private int length() throws MalformedDer {
    int first = bytes.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int count = first & 0x7f;
    if (count == 0 || count > 4) {
      throw new MalformedDer();
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | (bytes.get() & 0xff);
    }
    return length;
  }

  /// One value: its tag and its content.
  public record Value(int tag, ByteBuffer content) {

    public DerReader inside() {
      return new DerReader(content.duplicate());
    }

    public byte[] bytes() {
      byte[] copy = new byte[content.remaining()];
      content.duplicate().get(copy);
      return copy;
    }

    String ascii() {
      return new String(bytes(), StandardCharsets.US_ASCII);
    }
  }

  /// The bytes are not the structure expected.
  public static final class MalformedDer extends Exception {
    private static final long serialVersionUID = 1;

    MalformedDer() {
      super("malformed DER");
    }
  }
}
