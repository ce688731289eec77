package dev.lightfoot.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.peer.ScriptedServer;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class TurnsTest {
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok";

  private final Probe probe =
      new Probe(
          TrustAnchors.only(Certificates.ROOT.certificate()),
          AddressPolicy.STANDARD,
          WarmUp.never());

  /// A server that notes the path of each request.
  private static ScriptedServer noting() throws IOException {
    ScriptedServer[] self = new ScriptedServer[1];
    self[0] =
        ScriptedServer.plain(
            connection -> {
              String head = ScriptedServer.readHead(connection);
              while (!head.isEmpty()) {
                self[0].note(head.split(" ", 3)[1]);
                connection.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
                head = ScriptedServer.readHead(connection);
              }
            });
    return self[0];
  }

  private static ProbeRequest at(ScriptedServer server, ScriptedDns dns, String path) {
    return new ProbeBench()
        .resolver(dns)
        .request("http://" + ProbeBench.HOST + ":" + server.port() + path);
  }

  private static ProbeRequest trusting(ProbeRequest request, Path roots) {
    return new ProbeRequest(
        request.url(),
        request.method(),
        request.body(),
        request.headers(),
        request.cookies(),
        request.resolver(),
        request.addressFamily(),
        request.proxy(),
        Optional.of(roots),
        request.timeout(),
        request.allowPrivate());
  }

  private static ProbePlan warm(ProbeRequest request, int runs) {
    List<RunState> states = new ArrayList<>(List.of(RunState.COLD));
    states.addAll(Collections.nCopies(runs, RunState.WARM));
    return new ProbePlan(request, states, 1);
  }

  private static List<Optional<String>> errors(Snapshot snapshot) {
    return snapshot.runs().stream().map(run -> run.error().map(RunError::errorType)).toList();
  }

  /// Which side each run was one of.
  private static final class Heard implements ProbeListener, PageListener {
    private final StringBuilder turns = new StringBuilder();
    private final List<Integer> numbers = new ArrayList<>();

    @Override
    public void warmingUp() {}

    @Override
    public void turnOf(int plan) {
      turns.append((char) ('A' + plan));
    }

    @Override
    public void runStarted(int index, RunState state) {
      numbers.add(index);
    }

    @Override
    public void runEnded(int index, Run run) {
      assertThat(numbers).last().isEqualTo(index);
    }
  }

  @Test
  void theServerSeesEachRoundGoTheOppositeWayOfTheOneBefore() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = noting()) {
      List<ProbePlan> plans =
          List.of(
              ProbePlan.of(at(server, dns, "/a"), 5, false, false),
              ProbePlan.of(at(server, dns, "/b"), 5, false, false));
      Heard heard = new Heard();
      List<Snapshot> both = probe.compare(plans, heard, new Cancellation());
      assertThat(server.notes())
          .containsExactly("/a", "/b", "/b", "/a", "/a", "/b", "/b", "/a", "/a", "/b");
      assertThat(heard.turns).hasToString("ABBAABBAAB");
      assertThat(heard.numbers).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(both)
          .extracting(Snapshot::target)
          .map(url -> url.substring(url.length() - 2))
          .containsExactly("/a", "/b");
      assertThat(both)
          .allSatisfy(side -> assertThat(errors(side)).hasSize(5).containsOnly(Optional.empty()));
    }
  }

  @Test
  void eachSideKeepsAConnectionOfItsOwn() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = noting()) {
      List<ProbePlan> plans =
          List.of(warm(at(server, dns, "/a"), 3), warm(at(server, dns, "/b"), 3));
      List<Snapshot> both = probe.compare(plans, ProbeListener.NONE, new Cancellation());
      assertThat(server.notes()).containsExactly("/a", "/b", "/b", "/a", "/a", "/b", "/b", "/a");
      for (Snapshot side : both) {
        assertThat(side.runs()).extracting(Run::counts).containsExactly(false, true, true, true);
      }
    }
  }

  @Test
  void aSideThatFailsLosesNothingOfTheOther() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = noting()) {
      ProbeRequest nowhere;
      try (ScriptedServer gone = noting()) {
        nowhere = at(gone, dns, "/b");
      }
      List<ProbePlan> plans =
          List.of(
              ProbePlan.of(at(server, dns, "/a"), 4, false, false),
              ProbePlan.of(nowhere, 4, false, false));
      Heard heard = new Heard();
      List<Snapshot> both = probe.compare(plans, heard, new Cancellation());
      assertThat(heard.turns).hasToString("ABAAA");
      assertThat(errors(both.getFirst())).hasSize(4).containsOnly(Optional.empty());
      assertThat(errors(both.getLast()))
          .containsExactly(Optional.of(ErrorType.CONNECTION_REFUSED.label()));
    }
  }

  @Test
  void aCancellationEndsBothAndKeepsWhatWasMeasured() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = noting()) {
      Cancellation cancellation = new Cancellation();
      ProbeListener stopping =
          new ProbeListener() {
            @Override
            public void runEnded(int index, Run run) {
              if (index == 2) {
                cancellation.cancel();
              }
            }
          };
      List<ProbePlan> plans =
          List.of(
              ProbePlan.of(at(server, dns, "/a"), 20, false, false),
              ProbePlan.of(at(server, dns, "/b"), 20, false, false));
      List<Snapshot> both = probe.compare(plans, stopping, cancellation);
      assertThat(both).extracting(side -> side.runs().size()).containsExactly(1, 2);
    }
  }

  @Test
  void aRequestThatCannotBeUsedIsRefusedBeforeAnythingIsAsked() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = noting()) {
      ProbeRequest unusable = trusting(at(server, dns, "/b"), Path.of("no-such-roots.pem"));
      List<ProbePlan> plans =
          List.of(
              ProbePlan.of(at(server, dns, "/a"), 2, false, false),
              ProbePlan.of(unusable, 2, false, false));
      assertThatThrownBy(() -> probe.compare(plans, ProbeListener.NONE, new Cancellation()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(server.notes()).isEmpty();
    }
  }

  @Test
  void pagesTakeTurnsAsProbesDo() throws Exception {
    try (ScriptedDns dns = ProbeBench.everyNameIsHere();
        ScriptedServer server = noting()) {
      List<PagePlan> plans =
          List.of(
              PagePlan.of(at(server, dns, "/a"), Viewport.DESKTOP, 2, true),
              PagePlan.of(at(server, dns, "/b"), Viewport.DESKTOP, 2, true));
      Heard heard = new Heard();
      List<Snapshot> both = probe.compare(plans, heard, new Cancellation());
      assertThat(server.notes().stream().filter(path -> path.length() == 2))
          .containsExactly("/a", "/b", "/b", "/a", "/a", "/b", "/b", "/a");
      assertThat(heard.turns).hasToString("ABBAABBA");
      for (Snapshot side : both) {
        assertThat(side.runs())
            .extracting(Run::state)
            .containsExactly(RunState.COLD, RunState.COLD, RunState.WARM, RunState.WARM);
        assertThat(errors(side)).containsOnly(Optional.empty());
      }
    }
  }
}
