package dev.lightfoot.probe.wire;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Streams that pass bytes on and report to a [PlainTap] which wire instants carried them.
public final class TappedStreams {
  private TappedStreams() {}

  /// The input of a connection as its HTTP side reads it.
  public static InputStream input(InputStream in, ConnectionTrace connection) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = in.read(bytes, offset, length);
        if (count > 0) {
          Wire wire = connection.wire();
          connection.tap().received(bytes, offset, count, wire.readFirst(), wire.readLast());
        } else if (count < 0 && !connection.isLeaving()) {
          connection.tap().ended(System.nanoTime());
        }
        return count;
      }
    };
  }

  /// The output of a connection as its HTTP side writes it.
  public static OutputStream output(OutputStream out, ConnectionTrace connection) {
    return new FilterOutputStream(out) {
      @Override
      public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        Wire wire = connection.wire();
        if (connection.peer().isPresent()) {
          connection.current().begin(); // a warm run begins with its request
        }
        wire.openWindow();
        out.write(bytes, offset, length);
        connection.tap().sent(bytes, offset, length, wire.windowFirst(), wire.windowLast());
      }
    };
  }
}
