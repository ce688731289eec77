package dev.lightfoot.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.devtools.netlog.NetLog;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Late;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Where the log of the network knows better than the protocol's stamps.
final class NetLogTruthTest {
  private static final String EVENTS =
      """
      {"method":"Network.requestWillBeSent","params":{"requestId":"1","loaderId":"1","frameId":"F",
       "type":"Document","timestamp":10,"wallTime":1000.5,
       "request":{"url":"https://www.shop.test/","method":"GET","headers":{}},"initiator":{"type":"other"}}}
      {"method":"Network.responseReceived","params":{"requestId":"1","timestamp":10.3,"type":"Document",
       "response":{"status":200,"headers":{},"protocol":"h2","connectionId":7,"remoteIPAddress":"192.0.2.7",
        "remotePort":443,"timing":{"requestTime":10.1,"dnsStart":0,"dnsEnd":0.1,"connectStart":0.1,
        "connectEnd":80,"sslStart":40.1,"sslEnd":80,"sendStart":81,"sendEnd":81,
        "receiveHeadersStart":130,"receiveHeadersEnd":131}}}}
      {"method":"Network.loadingFinished","params":{"requestId":"1","timestamp":10.24,"encodedDataLength":9}}
      """;

  @Test
  void aLookupThatWasBegunEarlierIsShownAsLongAsItTook() {
    Exchange exchange = exchange("\"10020\"", "\"10060\"", "\"10100\"");
    assertThat(exchange.phases().durationNanos(Phase.BLOCKED)).isEqualTo(20_000_000);
    assertThat(exchange.phases().durationNanos(Phase.DNS)).isEqualTo(40_000_000);
    assertThat(exchange.phases().durationNanos(Phase.TCP)).isEqualTo(40_000_000);
    assertThat(exchange.gapNanos()).isEqualTo(41_100_000);
  }

  @Test
  void aLookupThatAgreesWithTheStampsChangesNothing() {
    Exchange exchange = exchange("\"10099\"", "\"10100\"", "\"10100\"");
    assertThat(exchange.phases().durationNanos(Phase.DNS)).isEqualTo(100_000);
  }

  @Test
  void theAddressesThatWereTriedAreThoseOfOneRace() {
    Exchange exchange = exchange("\"10020\"", "\"10060\"", "\"10100\"");
    assertThat(exchange.connection().orElseThrow().attempts())
        .extracting(each -> each.address() + " " + each.outcome())
        .containsExactly("[2001:db8::7]:443 failed", "192.0.2.7:443 connected");
    assertThat(exchange.tls().orElseThrow().resumed()).isTrue();
    assertThat(exchange.tls().orElseThrow().cipherSuite()).contains("TLS_AES_128_GCM_SHA256");
  }

  @Test
  void theCheckOfTheCertificateIsWorkOfThisComputer() {
    Exchange exchange = exchange("\"10020\"", "\"10060\"", "\"10100\"");
    assertThat(exchange.late()).containsExactly(new Late(170_000_000, 5_000_000));
  }

  @Test
  void whatWasLeftOfAConnectionBegunForSomethingElseIsNoPhase() {
    Exchange exchange = exchange("\"10020\"", "\"10060\"", "\"10062\"");
    assertThat(exchange.phases().durationNanos(Phase.TCP)).isZero();
    assertThat(exchange.phases().durationNanos(Phase.BLOCKED)).isEqualTo(180_000_000);
  }

  private static Exchange exchange(String lookupFrom, String lookupTo, String connectFrom) {
    String log =
        """
        {"constants":{"timeTickOffset":0,"logEventPhase":{"PHASE_NONE":0,"PHASE_BEGIN":1,"PHASE_END":2},
          "logSourceType":{"SOCKET":2,"HOST_RESOLVER_IMPL_JOB":3},
          "logEventTypes":{"SOCKET_ALIVE":1,"HOST_RESOLVER_MANAGER_JOB":2,"TCP_CONNECT_ATTEMPT":5,
            "TCP_CONNECT":8,"SSL_CONNECT":9,"CERT_VERIFIER_REQUEST":10}},
         "events":[
          {"type":2,"phase":1,"time":%s,"source":{"id":1,"type":3},"params":{"host":"https://www.shop.test"}},
          {"type":2,"phase":2,"time":%s,"source":{"id":1,"type":3}},
          {"type":1,"phase":1,"time":%s,"source":{"id":6,"type":2},"params":{"source_dependency":{"id":4,"type":9}}},
          {"type":5,"phase":1,"time":%s,"source":{"id":6,"type":2},"params":{"address":"[2001:db8::7]:443"}},
          {"type":5,"phase":2,"time":"10101","source":{"id":6,"type":2},"params":{"net_error":-109}},
          {"type":1,"phase":1,"time":%s,"source":{"id":7,"type":2},"params":{"source_dependency":{"id":4,"type":9}}},
          {"type":5,"phase":1,"time":%s,"source":{"id":7,"type":2},"params":{"address":"192.0.2.7:443"}},
          {"type":5,"phase":2,"time":"10140","source":{"id":7,"type":2}},
          {"type":8,"phase":2,"time":"10140","source":{"id":7,"type":2},"params":{"remote_address":"192.0.2.7:443"}},
          {"type":9,"phase":1,"time":"10140","source":{"id":7,"type":2}},
          {"type":10,"phase":1,"time":"10170","source":{"id":7,"type":2}},
          {"type":10,"phase":2,"time":"10175","source":{"id":7,"type":2}},
          {"type":9,"phase":2,"time":"10180","source":{"id":7,"type":2},
           "params":{"version":"TLS 1.3","cipher_suite":4865,"is_resumed":true,"next_proto":"h2"}}]}
        """
            .formatted(lookupFrom, lookupTo, connectFrom, connectFrom, connectFrom, connectFrom);
    Run run =
        RecordedEvents.run(
            EVENTS, NetLog.read(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8))));
    Sums.check(run);
    return run.exchanges().getFirst();
  }
}
