package dev.lightfoot.probe.quic;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The keys of Initial packets in one direction. They follow from a connection id that everyone can
/// read (RFC 9001 section 5.2), so that anyone can look into the hellos.
final class InitialKeys {
  private static final byte[] SALT =
      HexFormat.of().parseHex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");
  private static final int TAG_BITS = 128;

  private final byte[] key;
  private final byte[] iv;
  private final byte[] headerKey;

  private InitialKeys(byte[] secret) throws GeneralSecurityException {
    key = expand(secret, "quic key", 16);
    iv = expand(secret, "quic iv", 12);
    headerKey = expand(secret, "quic hp", 16);
  }

  static InitialKeys ofClient(byte[] connectionId) throws GeneralSecurityException {
    return new InitialKeys(expand(initial(connectionId), "client in", 32));
  }

  static InitialKeys ofServer(byte[] connectionId) throws GeneralSecurityException {
    return new InitialKeys(expand(initial(connectionId), "server in", 32));
  }

  private static byte[] initial(byte[] connectionId) throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(HKDFParameterSpec.ofExtract().addSalt(SALT).addIKM(connectionId).extractOnly());
  }

  /// HKDF-Expand-Label without context (RFC 8446 section 7.1).
  private static byte[] expand(byte[] secret, String label, int length)
      throws GeneralSecurityException {
    byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer info = ByteBuffer.allocate(4 + name.length);
    info.putShort((short) length).put((byte) name.length).put(name).put((byte) 0);
    SecretKey from = new SecretKeySpec(secret, "Generic");
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(HKDFParameterSpec.expandOnly(from, info.array(), length));
  }

  /// The mask of header protection for that sample (RFC 9001 section 5.4.3).
  byte[] mask(byte[] sample) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(headerKey, "AES"));
    return cipher.doFinal(sample);
  }

  /// The frames of a packet (RFC 9001 section 5.3).
  byte[] open(long packetNumber, byte[] header, byte[] sealed) throws GeneralSecurityException {
    byte[] nonce = iv.clone();
    for (int i = 0; i < 8; i++) {
      nonce[nonce.length - 1 - i] ^= (byte) (packetNumber >>> (8 * i));
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header);
    return cipher.doFinal(sealed);
  }
}
