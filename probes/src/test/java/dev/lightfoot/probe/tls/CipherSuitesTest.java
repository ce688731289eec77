package dev.lightfoot.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;

class CipherSuitesTest {

  @Test
  void everySuiteThatThisClientOffersHasItsName() throws Exception {
    Set<String> named =
        IntStream.range(0, 65_536).mapToObj(CipherSuites::name).collect(Collectors.toSet());
    assertThat(Stream.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites()))
        .filteredOn(name -> !name.endsWith("_SCSV"))
        .isSubsetOf(named);
    assertThat(CipherSuites.name(0xc030)).isEqualTo("TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384");
  }
}
