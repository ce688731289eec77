package dev.lightfoot.probe.wire;

/// Reads TLS records as they pass over a [Wire]. Implemented where TLS is understood.
public interface TlsWire {

  /// For connections without TLS: no byte belongs to a record.
  TlsWire NONE =
      new TlsWire() {
        @Override
        public void sent(byte[] bytes, int offset, int length, long at) {}

        @Override
        public boolean received(byte[] bytes, int offset, int length, long asked, long at) {
          return false;
        }

        @Override
        public long recordFirst() {
          throw new IllegalStateException("no records without TLS");
        }

        @Override
        public long recordLast() {
          throw new IllegalStateException("no records without TLS");
        }
      };

  void sent(byte[] bytes, int offset, int length, long at);

  /// Takes bytes that arrived; false where they are not TLS records.
  ///
  /// @param asked when the read began, to distinguish a wait for the peer from a pause of our own
  boolean received(byte[] bytes, int offset, int length, long asked, long at);

  /// Arrival of the first byte of the newest record that is complete or has begun.
  long recordFirst();

  /// Arrival of the last byte of that record so far.
  long recordLast();
}
