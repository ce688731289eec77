package dev.lightfoot.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class WireSocketTest {
  private final RunSockets sockets = new RunSockets();

  private Socket socket() throws IOException {
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    ConnectGate gate = new ConnectGate(AddressPolicy.STANDARD, true);
    return new WireSocketFactory(() -> trace, () -> gate, sockets, connection -> PlainTap.NONE)
        .createSocket();
  }

  @Test
  void smallWritesDoNotWaitForAcknowledgements() throws Exception {
    try (Socket socket = socket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void oneCallClosesEverySocketNowAndFromNowOn() throws Exception {
    Socket socket = socket();
    sockets.closeAll();
    assertThat(socket.isClosed()).isTrue();
    assertThatThrownBy(this::socket).isInstanceOf(IOException.class);
    assertThat(sockets.size()).isZero();
  }

  @Test
  void aClosedSocketIsForgotten() throws Exception {
    socket().close();
    assertThat(sockets.size()).isZero();
  }

  @Test
  void addressesAreWrittenAsPeopleReadThem() {
    assertThat(
            Addresses.text(
                new InetSocketAddress(InetAddress.ofLiteral("2001:db8:0:0:1:0:0:7"), 443)))
        .isEqualTo("[2001:db8::1:0:0:7]:443");
    assertThat(Addresses.text(new InetSocketAddress(InetAddress.ofLiteral("::1"), 80)))
        .isEqualTo("[::1]:80");
    assertThat(Addresses.text(new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 80)))
        .isEqualTo("192.0.2.1:80");
  }
}
