package dev.lightfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Says how far the reading is and ends it when the person cancels.
final class Metered extends PassingStream {
  private static final int AT_ONCE = 256 * 1024;

  private final IntakeListener listener;
  private final AtomicLong done;
  private final long total;

  /// @param done bytes read of all files together
  Metered(InputStream in, IntakeListener listener, AtomicLong done, long total) {
    super(in);
    this.listener = listener;
    this.done = done;
    this.total = total;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (listener.cancelled()) {
      throw new Cancelled();
    }
    int count = raw(into, from, Math.min(length, AT_ONCE));
    if (count > 0) {
      listener.progress(done.addAndGet(count), total);
    }
    return count;
  }

  /// A source that fails is distinguished from compressed data that is damaged.
  private int raw(byte[] into, int from, int length) throws IOException {
    try {
      return in.read(into, from, length);
    } catch (Refused | Cancelled e) {
      throw e;
    } catch (IOException e) {
      Refused refused = new Refused(Failures.sentence(e));
      refused.initCause(e);
      throw refused;
    }
  }

  /// Asks only whether to stop: for what lies between decompression and reader, where few bytes of
  /// a file can become many.
  static InputStream stopping(InputStream in, IntakeListener listener) {
    return new PassingStream(in) {
      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (listener.cancelled()) {
          throw new Cancelled();
        }
        return in.read(into, from, Math.min(length, AT_ONCE));
      }
    };
  }
}
