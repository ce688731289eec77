package dev.lightfoot.model.connection;

import java.util.Arrays;
import java.util.Base64;

/// Immutable DER bytes (ITU-T X.690) with value equality.
public final class Der {
  private final byte[] bytes;

  private Der(byte[] bytes) {
    this.bytes = bytes;
  }

  /// A copy of these bytes.
  public static Der of(byte[] bytes) {
    return new Der(bytes.clone());
  }

  /// The bytes from standard base64.
  ///
  /// @throws IllegalArgumentException where the text is not base64
  public static Der ofBase64(String text) {
    return new Der(Base64.getDecoder().decode(text));
  }

  /// Standard base64 without line breaks.
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// PEM (RFC 7468) of a certificate, with a final line break.
  public String pem() {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  public int length() {
    return bytes.length;
  }

  public byte[] toBytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Der der && Arrays.equals(bytes, der.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Der[" + bytes.length + " bytes]";
  }
}
