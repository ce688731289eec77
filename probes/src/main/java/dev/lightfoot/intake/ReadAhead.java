package dev.lightfoot.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/// Reads a stream ahead in a thread of its own: decompression runs beside the reader, and a source
/// that is silent can be left at once (its thread, a daemon, waits for it to speak). The stream is
/// closed when it has been read.
final class ReadAhead {
  private static final int BLOCK = 256 * 1024;

  private ReadAhead() {}

  static InputStream of(InputStream in, IntakeListener listener) {
    Pipe pipe = new Pipe(listener);
    Thread.ofPlatform().daemon().name("read ahead").start(() -> pump(in, pipe));
    return pipe;
  }

  private static void pump(InputStream in, Pipe pipe) {
    try (in) {
      Optional<IOException> failure = Optional.empty();
      try {
        byte[] buffer = new byte[BLOCK];
        int count = in.read(buffer);
        while (count >= 0 && pipe.put(Arrays.copyOf(buffer, count))) {
          count = in.read(buffer);
        }
      } catch (Cancelled e) {
        throw e;
      } catch (IOException e) {
        failure = Optional.of(e);
      }
      pipe.end(failure);
    } catch (IOException e) {
      // Cancelled, which the reader asks for itself; or closing failed after all was read.
    }
  }
}
