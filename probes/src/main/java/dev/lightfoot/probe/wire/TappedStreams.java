package dev.lightfoot.probe.wire;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/// Streams that pass bytes on and report to a [PlainTap] which wire instants carried them.
public final class TappedStreams {
  private TappedStreams() {}

  /// The input of a connection as its HTTP side reads it.
  ///
  /// @param patience says how long its reads may wait
  public static InputStream input(
      InputStream in, ConnectionTrace connection, TappedInput.Patience patience) {
    TappedInput input = new TappedInput(in, connection, patience);
    connection.reads(input::readNow);
    return input;
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
        Optional<Upload> beside = connection.upload();
        if (beside.isEmpty()) {
          writeNow(bytes, offset, length);
          return;
        }
        byte[] piece = Arrays.copyOfRange(bytes, offset, offset + length);
        beside.get().add(() -> writeNow(piece, 0, length));
      }

      private void writeNow(byte[] bytes, int offset, int length) throws IOException {
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
