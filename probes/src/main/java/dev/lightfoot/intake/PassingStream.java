package dev.lightfoot.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A filter for which every reading is one of an array.
abstract class PassingStream extends FilterInputStream {
  PassingStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    return in.read(into, from, length);
  }

  /// Nothing is promised: a buffer around this then hands on what it has before it asks for more,
  /// which may fail.
  @Override
  public int available() throws IOException {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
