package dev.lightfoot.probe;

import static dev.lightfoot.probe.peer.Measured.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Run;
import dev.lightfoot.probe.peer.Corpus;
import dev.lightfoot.probe.peer.KnownDeviations;
import dev.lightfoot.probe.peer.Leftovers;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/// llhttp's responses, each served to a whole probe. What a strict parser accepts is measured, what
/// it refuses is refused; the known deviations have reasons.
class ResponseVectorsTest {

  @Test
  void everyResponseIsMeasuredOrRefusedWithAName() throws Exception {
    List<ResponseVectors.Vector> vectors = ResponseVectors.all();
    AtomicReference<byte[]> next = new AtomicReference<>(new byte[0]);
    Map<String, String> deviations = new TreeMap<>();
    long start = System.nanoTime();
    try (ScriptedDns dns =
            new ScriptedDns(
                (query, tcp) -> ScriptedDns.now(ScriptedDns.reply(query, Rcode.NXDOMAIN)));
        ScriptedServer server =
            ScriptedServer.plain(
                connection -> serve(connection, Objects.requireNonNull(next.get())))) {
      new ProbeBench().resolver(dns).run("http://nowhere.test/");
      measure(dns, server); // what is loaded once and stays, is loaded now
      Leftovers leftovers = Leftovers.before();
      for (ResponseVectors.Vector vector : vectors) {
        next.set(vector.bytes());
        long began = System.nanoTime();
        Run run = measure(dns, server);
        assertThat((System.nanoTime() - began) / 1_000_000).as(vector.name()).isLessThan(5_000);
        String outcome = error(run);
        assertThat(outcome).as(vector.name()).doesNotContain("internal");
        run.error().ifPresent(why -> assertThat(why.message()).isNotBlank());
        // a redirect leads to a name that does not exist here: the response itself was measured
        boolean measured = outcome.equals("none") || run.exchanges().size() > 1;
        if (measured != vector.valid()) {
          String status =
              measured
                  ? " " + run.exchanges().getFirst().status().orElse(0)
                  : ": " + run.error().get().message();
          deviations.put(vector.name(), outcome + status);
        }
      }
      leftovers.assertNone();
    }
    Corpus.report(
        "HTTP/1 responses",
        vectors.size(),
        vectors.size() - deviations.size(),
        deviations.size(),
        start);
    KnownDeviations.of("/dev/lightfoot/probe/http1-deviations.txt").assertExactly(deviations);
  }

  private static Run measure(ScriptedDns dns, ScriptedServer server) {
    return new ProbeBench()
        .resolver(dns)
        .timeout(Duration.ofSeconds(3))
        .run("http://127.0.0.1:" + server.port() + "/");
  }

  private static void serve(Socket connection, byte[] response) throws Exception {
    ScriptedServer.readHead(connection);
    connection.getOutputStream().write(response);
    connection.shutdownOutput();
    connection.getInputStream().readAllBytes();
  }
}
