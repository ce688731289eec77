package dev.lightfoot.probe.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.probe.trace.ExchangeTrace;
import dev.lightfoot.probe.trace.RunClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireSocketTest {
  private final RunSockets sockets = new RunSockets();

  private Socket socket() throws IOException {
    ExchangeTrace trace = new ExchangeTrace(new RunClock(), (phase, at) -> {});
    ConnectGate gate = new ConnectGate(AddressPolicy.STANDARD, true);
    return new WireSocketFactory(
            () -> trace,
            (host, asking) -> List.of(InetAddress.getByName(host)),
            () -> gate,
            sockets,
            connection -> PlainTap.NONE)
        .createSocket();
  }

  @Test
  void nothingIsConnectedBeforeTheFirstByteIsWritten() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        WireSocket socket = (WireSocket) socket()) {
      server.setSoTimeout(50);
      socket.connect(server.getLocalSocketAddress());
      assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
      assertThat(socket.connection().peer()).isEmpty();
      socket.getOutputStream().write('x');
      try (Socket accepted = server.accept()) {
        assertThat(accepted.getInputStream().read()).isEqualTo('x');
        assertThat(socket.connection().peer())
            .contains((InetSocketAddress) server.getLocalSocketAddress());
      }
    }
  }

  @Test
  void familiesTakeTurns() {
    assertThat(
            Addresses.interleaved(
                Stream.of("::1", "::2", "::3", "192.0.2.1", "192.0.2.2")
                    .map(InetAddress::ofLiteral)
                    .toList()))
        .extracting(InetAddress::getHostAddress)
        .containsExactly(
            "0:0:0:0:0:0:0:1", "192.0.2.1", "0:0:0:0:0:0:0:2", "192.0.2.2", "0:0:0:0:0:0:0:3");
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
  void aReaderThatFindsTheEndOfAClosedSocketMayShutIt() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket socket = socket()) {
      socket.connect(server.getLocalSocketAddress());
      socket.getOutputStream().write('x');
      sockets.closeAll();
      assertThatNoException().isThrownBy(socket::shutdownInput);
      assertThatNoException().isThrownBy(socket::shutdownOutput);
    }
  }

  @Test
  void aSocketThatWasNeverConnectedCannotBeShut() throws Exception {
    try (Socket socket = socket()) {
      assertThatThrownBy(socket::shutdownInput).hasMessage("Socket is not connected");
      assertThatThrownBy(socket::shutdownOutput).hasMessage("Socket is not connected");
      assertThat(socket.isInputShutdown()).isFalse();
      assertThat(socket.isOutputShutdown()).isFalse();
    }
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
