package dev.lightfoot.codec.snapshot;

import dev.lightfoot.codec.snapshot.SnapshotFormatException.Reason;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.shape.snapshot.SnapshotShape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Turns snapshots into bytes and back.
///
/// The bytes are UTF-8 JSON without insignificant white space, members in a fixed order, so that
/// equal snapshots have equal bytes. Members that this version does not know are kept by their
/// place and written back. The last member, `checksum`, is `sha256:` and the SHA-256 in lower-case
/// hexadecimal of all bytes from the first `{` up to, and without, the quotation mark that opens
/// the name `checksum`. Read, a checksum that is there must fit; whether it must be there is the
/// caller's choice.
public final class SnapshotCodec {
  /// Value of the member `format`.
  public static final String FORMAT = "lightfoot/snapshot";

  /// Highest value of the member `version` that can be read, and the one that is written.
  public static final int VERSION = 1;

  /// Longer files are refused.
  public static final long MAX_BYTES = 256L << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private SnapshotCodec() {}

  /// The snapshot as JSON with its checksum and a final line break.
  public static byte[] encode(Snapshot snapshot) {
    byte[] body = json(snapshot);
    // The closing brace makes room for the checksum, which covers the comma before it.
    body[body.length - 1] = ',';
    String end = "\"checksum\":\"" + Checksum.of(body, 0, body.length) + "\"}\n";
    byte[] whole = Arrays.copyOf(body, body.length + end.length());
    System.arraycopy(end.getBytes(StandardCharsets.US_ASCII), 0, whole, body.length, end.length());
    return whole;
  }

  /// The snapshot in a file from anywhere: without a checksum, or with one that fits.
  public static Snapshot decode(byte[] bytes) throws SnapshotFormatException {
    return decode(bytes, false);
  }

  /// The snapshot in a file that we wrote: its checksum must be there.
  public static Snapshot decodeStored(byte[] bytes) throws SnapshotFormatException {
    return decode(bytes, true);
  }

  private static Snapshot decode(byte[] bytes, boolean checksumRequired)
      throws SnapshotFormatException {
    if (bytes.length > MAX_BYTES) {
      throw new SnapshotFormatException(
          Reason.INVALID, "The file is larger than " + (MAX_BYTES >> 20) + " MiB.");
    }
    byte[] json = withoutByteOrderMark(bytes);
    SnapshotParser source = SnapshotParser.of(json);
    Snapshot snapshot = source.document(SnapshotShape.SNAPSHOT).keeping(source.unknown());
    if (source.checksum().isPresent()) {
      source.checksum().get().verify(json);
    } else if (checksumRequired) {
      throw new SnapshotFormatException(
          Reason.CHECKSUM, "The member checksum is missing: the file is not whole.");
    }
    return snapshot;
  }

  /// The JSON of the snapshot without its checksum.
  private static byte[] json(Snapshot snapshot) {
    JsonSink out = new JsonSink(snapshot.unknown());
    out.document(FORMAT, VERSION, () -> SnapshotShape.SNAPSHOT.write(snapshot, out));
    return out.toBytes();
  }

  private static byte[] withoutByteOrderMark(byte[] bytes) {
    int length = BYTE_ORDER_MARK.length;
    boolean marked = Arrays.mismatch(bytes, BYTE_ORDER_MARK) == length && bytes.length > length;
    return marked ? Arrays.copyOfRange(bytes, length, bytes.length) : bytes;
  }
}
