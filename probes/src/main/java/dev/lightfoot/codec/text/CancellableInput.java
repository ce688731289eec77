package dev.lightfoot.codec.text;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Ends a long reading between two blocks.
///
/// [CancellationException] is thrown by its methods where the reading is cancelled.
public final class CancellableInput extends FilterInputStream {
  private final BooleanSupplier cancelled;

  /// Of that stream.
  ///
  /// @param cancelled asked before each block
  public CancellableInput(InputStream in, BooleanSupplier cancelled) {
    super(in);
    this.cancelled = cancelled;
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
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
