package dev.lightfoot.probe.wire;

/// What passes through one TCP connection, below TLS: the wire tap. Instants are raw readings of
/// [System#nanoTime], because a connection can outlive a run.
///
/// Reads come from one thread at a time, and so do writes; the two may run side by side.
public final class Wire {
  /// A write up to this size enters the kernel's send buffer in one go, so its bytes leave about
  /// when the call begins. The call's return can be late: the packet wakes its receiver on this
  /// machine.
  private static final int ONE_GO = 16 * 1024;

  private final Object reading = new Object();
  private final Object writing = new Object();
  private volatile TlsWire tls = TlsWire.NONE;
  private long readFirst;
  private long readLast;
  private long windowFirst;
  private long windowLast;
  private boolean windowEmpty = true;

  /// From now on the bytes are TLS records.
  public void startTls(TlsWire records) {
    tls = records;
  }

  void wrote(byte[] bytes, int offset, int length, long before, long after) {
    long leaves = length <= ONE_GO ? before : after;
    synchronized (writing) {
      if (windowEmpty) {
        windowEmpty = false;
        windowFirst = before;
      }
      windowLast = leaves;
      tls.sent(bytes, offset, length, leaves);
    }
  }

  void read(byte[] bytes, int offset, int length, long asked, long at) {
    synchronized (reading) {
      if (tls.received(bytes, offset, length, asked, at)) {
        readFirst = tls.recordFirst();
        readLast = tls.recordLast();
      } else {
        readFirst = at;
        readLast = at;
      }
    }
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

  /// When the first byte of the newest whole record arrived; without TLS, of the newest read.
  long readFirst() {
    synchronized (reading) {
      return readFirst;
    }
  }

  /// When the last byte of the newest whole record arrived; without TLS, of the newest read.
  long readLast() {
    synchronized (reading) {
      return readLast;
    }
  }
}
