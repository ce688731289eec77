package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.trace.ExchangeTrace;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Optional;

/// Reports to a [PlainTap] which wire instants carried the bytes that are read, when they are read:
/// that may be ahead of who asks for them.
public final class TappedInput extends FilterInputStream {
  /// How often it looks whether an answer to `Expect` is overdue.
  private static final int LOOK_MILLIS = 20;

  private final ConnectionTrace connection;
  private final Patience patience;
  private int waits;
  private long record;
  private int handedOn;

  /// Says how long a read may wait: [java.net.Socket#setSoTimeout].
  @FunctionalInterface
  public interface Patience {
    void millis(int limit) throws SocketException;
  }

  TappedInput(InputStream in, ConnectionTrace connection, Patience patience) {
    super(in);
    this.connection = connection;
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Optional<ReadAhead> ahead = connection.ahead();
    return ahead.isPresent()
        ? ahead.get().read(bytes, offset, length)
        : readNow(bytes, offset, length);
  }

  int readNow(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      ExchangeTrace trace = connection.current();
      waitAtMost(trace.expectsContinue() ? LOOK_MILLIS : 0);
      try {
        return report(bytes, offset, in.read(bytes, offset, length));
      } catch (SocketTimeoutException e) {
        Optional<byte[]> goOn =
            connection.tap().goOn(trace).filter(words -> words.length <= length);
        if (goOn.isPresent() && trace.goesOn()) {
          System.arraycopy(goOn.get(), 0, bytes, offset, goOn.get().length);
          return goOn.get().length;
        }
      }
    }
  }

  private void waitAtMost(int millis) throws SocketException {
    if (millis != waits) {
      waits = millis;
      patience.millis(millis);
    }
  }

  private int report(byte[] bytes, int offset, int count) throws IOException {
    if (count > 0) {
      handOn(bytes, offset, count, connection.wire().newest());
    } else if (count < 0 && !connection.isLeaving()) {
      connection.tap().ended(System.nanoTime());
    }
    return count;
  }

  // A record can come in several flights: each part of its text is as old as its bytes.
  private void handOn(byte[] bytes, int offset, int count, RecordArrival newest)
      throws IOException {
    if (newest.number() != record) {
      record = newest.number();
      handedOn = 0;
    }
    int done = 0;
    while (done < count) {
      RecordArrival.Part part = newest.part(handedOn, count - done);
      connection.tap().received(bytes, offset + done, part.count(), part.first(), part.last());
      done += part.count();
      handedOn += part.count();
    }
  }
}
