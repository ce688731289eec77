package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import java.util.Optional;

/// The members around a snapshot: what the document is, and the checksum over it.
final class Envelope {
  private boolean formatKnown;
  private boolean versionKnown;
  private Optional<Checksum> checksum = Optional.empty();

  /// What the document says its checksum is, once it has been read.
  Optional<Checksum> checksum() {
    return checksum;
  }

  void checksum(Checksum stated) {
    checksum = Optional.of(stated);
  }

  void format(String format) throws SnapshotFormatException {
    if (!format.equals(SnapshotCodec.FORMAT)) {
      throw new SnapshotFormatException(
          Reason.WRONG_FORMAT,
          OtherDocument.of(format)
              .map(OtherDocument::sentence)
              .orElse("At /format: this is not a Lightfoot snapshot."));
    }
    formatKnown = true;
  }

  void version(long version) throws SnapshotFormatException {
    if (version > SnapshotCodec.VERSION) {
      throw new SnapshotFormatException(
          Reason.NEWER_VERSION,
          "At /version: this snapshot has format version "
              + version
              + ", this Lightfoot reads up to "
              + SnapshotCodec.VERSION
              + ". Update Lightfoot to open it.");
    }
    if (version < 1) {
      throw SnapshotFormatException.at("/version", "version 1 or later is expected");
    }
    versionKnown = true;
  }

  /// Fails where the document did not say what it is.
  void verify() throws SnapshotFormatException {
    if (!formatKnown) {
      throw new SnapshotFormatException(
          Reason.WRONG_FORMAT, "The member format is missing: this is not a Lightfoot snapshot.");
    }
    if (!versionKnown) {
      throw SnapshotFormatException.at("", "the member version is missing");
    }
  }
}
