package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.kernel.Arrival;
import java.util.List;
import java.util.Optional;

/// What passes through one TCP connection, below TLS: the wire tap. Instants are raw readings of
/// [System#nanoTime], because a connection can outlive a run.
///
/// Reads come from one thread at a time, and so do writes; the two may run side by side.
public final class Wire {
  /// A write up to this size enters the kernel's send buffer in one go, so its bytes leave during
  /// the call. The call's return can be late: the packet wakes its receiver on this machine.
  static final int ONE_GO = 16 * 1024;

  private final Object reading = new Object();
  private final Object writing = new Object();
  private final LateWatch watch;
  private volatile TlsWire tls = TlsWire.NONE;
  private volatile Optional<Arrival> unanswered = Optional.empty();
  private long reads;
  private RecordArrival newest = new RecordArrival(0, 0, 0, List.of());
  private long windowFirst;
  private long windowLast;
  private boolean windowEmpty = true;

  /// Is notified of how bytes arrived.
  interface LateWatch {
    /// Bytes arrived; says whether the kernel noted when.
    void arrived(boolean stamped);

    /// From then until then bytes lay in the kernel that something of ours waited for.
    void late(long from, long to);
  }

  Wire(LateWatch watch) {
    this.watch = watch;
  }

  /// From now on the bytes are TLS records.
  public void startTls(TlsWire records) {
    tls = records;
  }

  /// Bytes were written.
  ///
  /// @param left when the first of them left, raw nanoTime
  /// @param after when the kernel had them all
  void wrote(byte[] bytes, int offset, int length, long left, long after) {
    long leaves = length <= ONE_GO ? left : after;
    answered();
    synchronized (writing) {
      if (windowEmpty) {
        windowEmpty = false;
        windowFirst = left;
      }
      windowLast = leaves;
      tls.sent(bytes, offset, length, leaves);
    }
  }

  void read(byte[] bytes, int offset, int length, Arrival arrival) {
    watch.arrived(arrival.stamped());
    synchronized (reading) {
      unanswered = Optional.of(arrival);
      newest =
          tls.received(bytes, offset, length, arrival)
              ? tls.newest()
              : new RecordArrival(++reads, arrival.first(), arrival.last(), List.of());
    }
  }

  /// What was read last is answered, or the exchange is over: so that we had it late delayed what
  /// came after it. Of what is followed by more of the same it delays nothing.
  public void answered() {
    Optional<Arrival> before = unanswered;
    unanswered = Optional.empty();
    before.ifPresent(arrival -> watch.late(arrival.last(), arrival.taken()));
  }

  /// Starts noting the writes that one write above TLS causes.
  void openWindow() {
    synchronized (writing) {
      windowEmpty = true;
    }
  }

  /// When the first byte since [#openWindow] left.
  long windowFirst() {
    synchronized (writing) {
      return windowEmpty ? System.nanoTime() : windowFirst;
    }
  }

  /// When the last byte since [#openWindow] left.
  long windowLast() {
    synchronized (writing) {
      return windowEmpty ? System.nanoTime() : windowLast;
    }
  }

  /// How the newest whole record arrived; without TLS, the newest read.
  RecordArrival newest() {
    synchronized (reading) {
      return newest;
    }
  }
}
