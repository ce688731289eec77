package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static dev.lightfoot.probe.peer.Measured.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a status says about asking again is for people: one request is sent, and its own answer is
/// measured.
class OneRequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ',',
      textBlock = "408, GET\n408, POST\n421, GET\n421, POST\n503, GET\n503, POST")
  void overHttp1(int status, String method) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    ScriptedServer.Script script =
        connection -> {
          while (!ScriptedServer.readHead(connection).isEmpty()) {
            if (method.equals("POST")) {
              connection.getInputStream().readNBytes(3);
            }
            boolean first = requests.incrementAndGet() == 1;
            String body = first ? "first" : "another";
            String head =
                "HTTP/1.1 "
                    + (first ? status : 200)
                    + " X\r\nRetry-After: 0\r\nContent-Length: "
                    + body.length();
            connection
                .getOutputStream()
                .write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
          }
        };
    try (ScriptedServer server = ScriptedServer.plain(script)) {
      check(bench(method).run("http://127.0.0.1:" + server.port() + "/"), status, 5);
    }
    assertThat(requests).hasValue(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ',',
      textBlock = "408, GET\n408, POST\n421, GET\n421, POST\n503, GET\n503, POST")
  void overH2(int status, String method) throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> {
            connection
                .getOutputStream()
                .write(
                    RawHttp2.frame(
                        RawHttp2.HEADERS,
                        RawHttp2.END_HEADERS,
                        stream,
                        RawHttp2.block(":status", "" + status, "retry-after", "0")));
            connection
                .getOutputStream()
                .write(RawHttp2.frame(RawHttp2.DATA, RawHttp2.END_STREAM, stream, new byte[5]));
          });
      ProbeBench bench = method.equals("POST") ? post() : new ProbeBench(BadCertificates.ANCHORS);
      Run run = bench.resolver(dns).run("https://" + BadCase.HOST + ":" + server.port() + "/");
      check(run, status, 5);
      assertThat(server.frames()).noneMatch(frame -> frame.type() == RawHttp2.HEADERS);
    }
  }

  private static ProbeBench post() {
    return new ProbeBench(BadCertificates.ANCHORS).post("abc");
  }

  private static ProbeBench bench(String method) {
    return method.equals("POST") ? new ProbeBench().post("abc") : new ProbeBench();
  }

  private static void check(Run run, int status, int bytes) {
    assertThat(error(run)).isEqualTo("none");
    assertThat(only(run).status()).hasValue(status);
    assertThat(only(run).response().orElseThrow().bodyBytes()).isEqualTo(bytes);
  }
}
