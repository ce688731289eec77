package dev.lightfoot.codec.capture;

import dev.lightfoot.codec.CaptureReading;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;

/// Ends a long reading between two blocks: its methods throw [CancellationException] where the
/// reading is cancelled.
public final class CaptureInput extends FilterInputStream {
  private final CaptureReading reading;

  public CaptureInput(InputStream in, CaptureReading reading) {
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
