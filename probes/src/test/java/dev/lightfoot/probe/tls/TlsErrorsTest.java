package dev.lightfoot.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.ErrorType;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class TlsErrorsTest {

  @Test
  void aShortDiffieHellmanGroupIsNamed() {
    // no server at hand still offers one: these are the JDK's words about it
    TlsErrors.Problem problem =
        TlsErrors.of(
            new SSLHandshakeException(
                "DH ServerKeyExchange does not comply to algorithm constraints"),
            new HandshakeLog(() -> 0),
            "shop.test");
    assertThat(problem.type()).isEqualTo(ErrorType.TLS_FAILED);
    assertThat(problem.message()).contains("key exchange that is too weak");
  }
}
