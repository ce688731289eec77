package dev.lightfoot.probe.peer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPrivateKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/// Keys for servers under test, each made once for all tests of a run. They protect nothing: long
/// RSA keys are products of many small primes, because an honest one of 8 192 bits takes ten
/// seconds.
final class ForgedKeys {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
  private static final int HONEST_BITS = 1_024;
  private static final int PRIME_BITS = 256;
  private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();
  private static final Random RANDOM = new Random(20_261_125);

  private ForgedKeys() {}

  /// Somebody's key of that kind, such as `EC secp256r1` or `RSA 2048`.
  static KeyPair of(String kind, String owner) {
    return MADE.computeIfAbsent(kind + " of " + owner, key -> make(kind));
  }

  private static KeyPair make(String kind) {
    String[] words = kind.split(" ", -1);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(words[0]);
      if (words[0].equals("RSA")) {
        int bits = Integer.parseInt(words[1]);
        if (bits > HONEST_BITS) {
          return rsa(bits);
        }
        generator.initialize(bits);
      } else {
        generator.initialize(new ECGenParameterSpec(words[1]));
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no key " + kind, e);
    }
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    BigInteger wanted = BigInteger.valueOf(3).shiftLeft(bits - 2);
    BigInteger modulus = BigInteger.ONE;
    BigInteger order = BigInteger.ONE;
    while (modulus.bitLength() < bits) {
      boolean last = bits - modulus.bitLength() <= 2 * PRIME_BITS;
      BigInteger prime =
          last
              ? wanted.divide(modulus).nextProbablePrime()
              : BigInteger.probablePrime(PRIME_BITS, RANDOM);
      modulus = modulus.multiply(prime);
      order = order.multiply(prime.subtract(BigInteger.ONE));
    }
    KeyFactory factory = KeyFactory.getInstance("RSA");
    return new KeyPair(
        factory.generatePublic(new RSAPublicKeySpec(modulus, EXPONENT)),
        factory.generatePrivate(new RSAPrivateKeySpec(modulus, EXPONENT.modInverse(order))));
  }
}
