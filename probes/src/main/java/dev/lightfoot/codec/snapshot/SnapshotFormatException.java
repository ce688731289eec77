package dev.lightfoot.codec.snapshot;

import java.io.IOException;
import java.io.Serial;

/// Bytes that are not a readable snapshot. The message is a sentence that names the place: line and
/// column, or a JSON Pointer (RFC 6901).
public final class SnapshotFormatException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /// What is wrong.
  public enum Reason {
    /// No JSON, or JSON that breaks off.
    NOT_JSON,
    /// JSON, but of another format.
    WRONG_FORMAT,
    /// Written by a newer version of Lightfoot; nothing is wrong with it.
    NEWER_VERSION,
    /// A member is missing, of the wrong kind or beyond a limit.
    INVALID,
    /// The checksum does not fit the bytes, or is missing where it must be.
    CHECKSUM
  }

  private final Reason reason;
  private final String sentence;

  SnapshotFormatException(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
    this.sentence = sentence;
  }

  /// Something that cannot be, at that place (RFC 6901).
  static SnapshotFormatException at(String place, String sentence) {
    String where = place.isEmpty() ? "At the top: " : "At " + place + ": ";
    return new SnapshotFormatException(Reason.INVALID, where + sentence + ".");
  }

  @Override
  public String getMessage() {
    return sentence;
  }

  public Reason reason() {
    return reason;
  }
}
