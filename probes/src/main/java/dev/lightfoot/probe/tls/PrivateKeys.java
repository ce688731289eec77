package dev.lightfoot.probe.tls;

import dev.lightfoot.probe.tls.certificate.DerReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Private keys in the forms that tools write: PKCS #8 (RFC 5208), plain or encrypted, and the
/// older ones of RSA (RFC 8017) and elliptic curves (RFC 5915), which are wrapped into it.
final class PrivateKeys {
  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int CURVE = 0xa0;
  private static final byte[] VERSION = {2, 1, 0};
  private static final byte[] RSA = hex("300d06092a864886f70d0101010500");
  private static final byte[] EC_OID = hex("06072a8648ce3d0201");
  private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS", "DSA");

  private PrivateKeys() {}

  static boolean isKey(PemFile.Block block) {
    return block.label().endsWith("PRIVATE KEY");
  }

  static boolean isEncrypted(PemFile.Block block) {
    return block.encrypted() || block.label().equals("ENCRYPTED PRIVATE KEY");
  }

  /// The key of a block that is not encrypted.
  static PrivateKey plain(PemFile.Block block) throws GeneralSecurityException {
    return key(
        switch (block.label()) {
          case "PRIVATE KEY" -> block.der();
          case "RSA PRIVATE KEY" -> wrapped(RSA, block.der());
          case "EC PRIVATE KEY" -> wrapped(curve(block.der()), block.der());
          default -> throw new InvalidKeySpecException(block.label());
        });
  }

  /// The key of a PKCS #8 block that is encrypted.
  ///
  /// @throws GeneralSecurityException where the password is wrong, or the encryption not known
  static PrivateKey decrypted(PemFile.Block block, char[] password)
      throws GeneralSecurityException, IOException {
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(block.der());
    AlgorithmParameters parameters = info.getAlgParameters();
    // PBES2 is a family: only its parameters name the member that was used
    String scheme =
        info.getAlgName().startsWith("PBES2") ? parameters.toString() : info.getAlgName();
    PBEKeySpec spec = new PBEKeySpec(password);
    try {
      SecretKey secret = SecretKeyFactory.getInstance(scheme).generateSecret(spec);
      Cipher cipher = Cipher.getInstance(scheme);
      cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
      return key(info.getKeySpec(cipher).getEncoded());
    } finally {
      spec.clearPassword();
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        // of another kind
      }
    }
    throw new InvalidKeySpecException("a kind of key that is not known");
  }

  /// The algorithm with the curve that the key itself names.
  private static byte[] curve(byte[] key) throws InvalidKeySpecException {
    try {
      DerReader fields = new DerReader(key).next(SEQUENCE).inside();
      while (fields.more()) {
        DerReader.Value field = fields.next();
        if (field.tag() == CURVE) {
          ByteArrayOutputStream algorithm = new ByteArrayOutputStream();
          algorithm.writeBytes(EC_OID);
          algorithm.writeBytes(field.bytes());
          return value(SEQUENCE, algorithm.toByteArray());
        }
      }
      throw new InvalidKeySpecException("a key without its curve");
    } catch (DerReader.MalformedDer e) {
      throw new InvalidKeySpecException(e);
    }
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    fields.writeBytes(VERSION);
    fields.writeBytes(algorithm);
    fields.writeBytes(value(OCTETS, key));
    return value(SEQUENCE, fields.toByteArray());
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.write(tag);
    if (content.length < 0x80) {
      encoded.write(content.length);
    } else {
      encoded.write(0x82); // two bytes of length
      encoded.write(content.length >> 8);
      encoded.write(content.length);
    }
    encoded.writeBytes(content);
    return encoded.toByteArray();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
