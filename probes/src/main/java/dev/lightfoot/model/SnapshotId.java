package dev.lightfoot.model;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;

/// Names snapshots: 26 characters of lower-case base32 (Crockford's alphabet, as ULID uses it), 48
/// bits of milliseconds since 1970 and 80 random bits. Text order is time order, to the millisecond
/// across processes and exactly within one.
public final class SnapshotId {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;
  private static final int RANDOM_BITS = 80;
  private static final long MAX_MILLIS = (1L << 48) - 1;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static BigInteger last = BigInteger.ZERO;

  private SnapshotId() {}

  /// A new id for a snapshot taken then.
  ///
  /// @throws IllegalArgumentException where the instant lies before 1970 or after the year 10889
  public static String next(Instant takenAt) {
    return text(successor(time(takenAt)));
  }

  /// The id of a snapshot that another program took then: always the same for the same content.
  ///
  /// @param digest of the content, at least as long as the random part of an id
  /// @throws IllegalArgumentException where the instant lies before 1970 or after the year 10889
  public static String derived(Instant takenAt, byte[] digest) {
    BigInteger part = new BigInteger(1, Arrays.copyOf(digest, RANDOM_BITS / Byte.SIZE));
    return text(time(takenAt).or(part));
  }

  /// Whether the text has the form of an id: safe to use as a file name.
  public static boolean isValid(String text) {
    return text.length() == LENGTH
        && text.charAt(0) <= '7'
        && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  private static BigInteger time(Instant takenAt) {
    long millis = takenAt.toEpochMilli();
    if (millis < 0 || millis > MAX_MILLIS) {
      throw new IllegalArgumentException("no snapshot id for " + takenAt);
    }
    return BigInteger.valueOf(millis).shiftLeft(RANDOM_BITS);
  }

  private static synchronized BigInteger successor(BigInteger time) {
    boolean sameMillisecond =
        last.shiftRight(RANDOM_BITS).equals(time.shiftRight(RANDOM_BITS)) && last.signum() > 0;
    last =
        sameMillisecond ? last.add(BigInteger.ONE) : time.or(new BigInteger(RANDOM_BITS, RANDOM));
    return last;
  }

  private static String text(BigInteger value) {
    char[] text = new char[LENGTH];
    BigInteger rest = value;
    for (int i = LENGTH - 1; i >= 0; i--) {
      text[i] = ALPHABET.charAt(rest.intValue() & 31);
      rest = rest.shiftRight(5);
    }
    return new String(text);
  }
}
