package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.ChainContext;
import dev.lightfoot.probe.peer.Corpus;
import dev.lightfoot.probe.peer.KnownDeviations;
import dev.lightfoot.probe.peer.Leftovers;
import dev.lightfoot.probe.peer.RawHttp2;
import dev.lightfoot.probe.peer.ScriptedDns;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The frames of http2-frame-test-case, each sent to a whole probe before the answer to its
/// request: those of `error/` must end the connection (RFC 9113), the others may not.
class FrameVectorsTest {

  @Test
  void wrongFramesEndTheConnectionAndGoodOnesDoNot() throws Exception {
    Map<String, String> deviations = new TreeMap<>();
    long start = System.nanoTime();
    int cases = 0;
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        RawHttp2 server =
            new RawHttp2(ChainContext.of(BadCertificates.good(), BadCertificates.ISSUER))) {
      server.answer(
          (connection, stream) -> connection.getOutputStream().write(RawHttp2.ok(stream)));
      measure(dns, server); // what is loaded once and stays, is loaded now
      Leftovers leftovers = Leftovers.before();
      for (Path file : Corpus.files("http2-frames", ".json")) {
        JsonNode vector = JsonMapper.shared().readTree(file.toFile());
        byte[] wire = HexFormat.of().parseHex(vector.get("wire").asString());
        server.answer(
            (connection, stream) -> {
              try {
                connection.getOutputStream().write(wire);
                connection.getOutputStream().write(RawHttp2.ok(stream));
              } catch (SocketException e) {
                // the client ended the connection, as it may
              }
            });
        String name =
            Objects.requireNonNull(file.getParent()).getFileName() + "/" + file.getFileName();
        long began = System.nanoTime();
        Run run = measure(dns, server);
        assertThat((System.nanoTime() - began) / 1_000_000).as(name).isLessThan(5_000);
        boolean wrong = vector.path("error").isArray();
        cases++;
        if (error(run).equals("none") == wrong) {
          deviations.put(
              name, error(run) + run.error().map(why -> ": " + why.message()).orElse(""));
        }
      }
      leftovers.assertNone();
    }
    Corpus.report("HTTP/2 frames", cases, cases - deviations.size(), deviations.size(), start);
    KnownDeviations.of("/dev/lightfoot/probe/http2-deviations.txt").assertExactly(deviations);
  }

  private static Run measure(ScriptedDns dns, RawHttp2 server) {
    return new ProbeBench(BadCertificates.ANCHORS)
        .resolver(dns)
        .timeout(Duration.ofSeconds(3))
        .run("https://" + BadCase.HOST + ":" + server.port() + "/");
  }
}
