package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A checksum as a file states it.
///
/// @param from offset of the first byte it covers
/// @param to offset behind the last one
/// @param stated the member's value
record Checksum(int from, int to, String stated) {

  void verify(byte[] bytes) throws SnapshotFormatException {
    if (!of(bytes, from, to).equals(stated)) {
      throw new SnapshotFormatException(
          Reason.CHECKSUM,
          "The checksum does not match the bytes before it: the file was damaged or changed.");
    }
  }

  static String of(byte[] bytes, int from, int to) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, to - from);
      return "sha256:" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
