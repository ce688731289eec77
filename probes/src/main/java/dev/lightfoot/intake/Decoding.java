package dev.lightfoot.intake;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;

/// Takes compression off, by what the bytes say and not the name: gzip (also of several members),
/// Zstandard (also of several frames), bzip2 (also of several streams); at most two, one in the
/// other.
final class Decoding {
  static final int DEPTH = 2;
  private static final int BUFFER = 64 * 1024;
  private static final int MAGIC = 4;

  private Decoding() {}

  /// @param in decompressed, with room to be marked
  /// @param compressed whether it was
  record Decoded(BufferedInputStream in, boolean compressed) {}

  /// The decompressed bytes.
  ///
  /// @param limit how many codings may lie in one another
  /// @throws Refused where there are more
  /// @throws IOException where a head is damaged
  static Decoded of(InputStream raw, int limit) throws IOException {
    Counted compressed = new Counted(raw);
    BufferedInputStream in = new BufferedInputStream(compressed, BUFFER);
    for (int depth = 0; ; depth++) {
      InputStream decoded = decoded(in);
      if (decoded == null) {
        return new Decoded(in, depth > 0);
      }
      if (depth == limit) {
        throw new Refused("It is compressed more than twice: unpack it first.");
      }
      in = new BufferedInputStream(new RatioGuard(decoded, compressed), BUFFER);
    }
  }

  private static @Nullable InputStream decoded(BufferedInputStream in) throws IOException {
    in.mark(MAGIC);
    byte[] magic = in.readNBytes(MAGIC);
    in.reset();
    if (magic.length < MAGIC) {
      return null;
    }
    if (magic[0] == 0x1F && magic[1] == (byte) 0x8B && magic[2] == 8) {
      return new GZIPInputStream(new Members(in), BUFFER);
    }
    if (magic[0] == 0x28
        && magic[1] == (byte) 0xB5
        && magic[2] == 0x2F
        && magic[3] == (byte) 0xFD) {
      return new ZstdInputStream(in);
    }
    if (magic[0] == 'B'
        && magic[1] == 'Z'
        && magic[2] == 'h'
        && magic[3] >= '1'
        && magic[3] <= '9') {
      return new BZip2CompressorInputStream(in, true);
    }
    return null;
  }

  /// Counts what passes.
  static final class Counted extends PassingStream {
    private long bytes;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = in.read(into, from, length);
      bytes += Math.max(count, 0);
      return count;
    }
  }

  /// Says truly whether more members follow: the JDK asks `available`, which many streams answer
  /// with 0 before their end.
  private static final class Members extends PassingStream {
    private final BufferedInputStream buffered;

    Members(BufferedInputStream in) {
      super(in);
      buffered = in;
    }

    @Override
    public int available() throws IOException {
      buffered.mark(1);
      int next = buffered.read();
      buffered.reset();
      return next < 0 ? 0 : Math.max(1, buffered.available());
    }
  }

  /// Refuses what grows out of proportion.
  static class RatioGuard extends PassingStream {
    private static final long HARMLESS = 10_000_000;
    private static final long RATIO = 200;

    private final Counted compressed;
    private long bytes;

    RatioGuard(InputStream in, Counted compressed) {
      super(in);
      this.compressed = compressed;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = decode(into, from, length);
      bytes += Math.max(count, 0);
      if (bytes > HARMLESS && bytes / RATIO > compressed.bytes) {
        throw new Refused(
            "It was left after "
                + bytes / 1_000_000
                + " MB: it unpacks to more than "
                + RATIO
                + " times its size, as no log does.");
      }
      return count;
    }

    private int decode(byte[] into, int from, int length) throws IOException {
      try {
        return in.read(into, from, length);
      } catch (Refused | Cancelled e) {
        throw e;
      } catch (EOFException e) {
        throw damaged("ends early", e);
      } catch (IOException | RuntimeException e) {
        boolean cut = String.valueOf(e.getMessage()).contains("runcated");
        throw damaged(cut ? "ends early" : "is damaged", e);
      }
    }

    private static Refused damaged(String how, Exception cause) {
      Refused refused = new Refused("Its compressed data " + how + ": what came before was read.");
      refused.initCause(cause);
      return refused;
    }
  }
}
