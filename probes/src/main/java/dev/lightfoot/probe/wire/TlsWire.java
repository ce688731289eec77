package dev.lightfoot.probe.wire;

import dev.lightfoot.probe.kernel.Arrival;

/// Reads TLS records as they pass over a [Wire]. Implemented where TLS is understood.
public interface TlsWire {

  /// For connections without TLS: no byte belongs to a record.
  TlsWire NONE =
      new TlsWire() {
        @Override
        public void sent(byte[] bytes, int offset, int length, long at) {}

        @Override
        public boolean received(byte[] bytes, int offset, int length, Arrival arrival) {
          return false;
        }

        @Override
        public RecordArrival newest() {
          throw new IllegalStateException("no records without TLS");
        }
      };

  void sent(byte[] bytes, int offset, int length, long at);

  /// Takes bytes that arrived; false where they are not TLS records.
  boolean received(byte[] bytes, int offset, int length, Arrival arrival);

  /// The newest record, whole or as far as it has come.
  RecordArrival newest();
}
