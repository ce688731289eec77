package dev.lightfoot.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.probe.kernel.Arrival;
import org.junit.jupiter.api.Test;

class HandshakeLogTest {
  private static final long MILLI = 1_000_000;
  private final HandshakeLog log = new HandshakeLog(() -> 10 * MILLI);

  private static byte[] record(int type, int length) {
    byte[] record = new byte[5 + length];
    record[0] = (byte) type;
    record[1] = 3;
    record[2] = 3;
    record[3] = (byte) (length >> 8);
    record[4] = (byte) length;
    return record;
  }

  private void send(int type, long at) {
    byte[] bytes = record(type, 40);
    log.sent(bytes, 0, bytes.length, at);
  }

  private void receive(int type, int length, long asked, long at) {
    byte[] bytes = record(type, length);
    log.received(bytes, 0, bytes.length, Arrival.read(asked, at));
  }

  @Test
  void changeCipherSpecIsNoTurn() {
    send(22, 0);
    receive(22, 100, 0, 10 * MILLI);
    send(20, 11 * MILLI);
    receive(23, 900, 11 * MILLI, 12 * MILLI);
    assertThat(log.trips()).isEqualTo(1);
  }

  @Test
  void aWaitForOurAcknowledgementIsATrip() {
    send(22, 0);
    receive(22, 6_000, 0, 10 * MILLI);
    receive(23, 6_000, 10 * MILLI, 20 * MILLI);
    assertThat(log.trips()).isEqualTo(2);
  }

  @Test
  void aPauseOfOurOwnIsNoTrip() {
    send(22, 0);
    receive(22, 6_000, 0, 10 * MILLI);
    receive(23, 6_000, 19_990_000, 20 * MILLI); // read late, and at once
    assertThat(log.trips()).isEqualTo(1);
  }
}
