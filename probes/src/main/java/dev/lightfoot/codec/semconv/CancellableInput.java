package dev.lightfoot.codec.semconv;

import dev.lightfoot.codec.Reading;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/// Ends a long reading between two blocks.
///
/// [CancellationException] is thrown by its methods where the reading is cancelled.
public final class CancellableInput extends FilterInputStream {
  private final Reading reading;

  public CancellableInput(InputStream in, Reading reading) {
    super(in);
    this.reading = reading;
  }

  @Override
  public int read() throws IOException {
    check();
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    return super.read(bytes, offset, length);
  }

  private void check() {
    if (reading.cancelled()) {
      throw new CancellationException();
    }
  }
}
