package dev.lightfoot.truth;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.Probe;
import dev.lightfoot.probe.ProbeListener;
import dev.lightfoot.probe.ProbePlan;
import dev.lightfoot.probe.ProbeRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Cold runs in the client's network, written as a snapshot.
final class StackRuns {
  private StackRuns() {}

  /// `URL RUNS ROOT.pem SNAPSHOT.json [HEADER...]`: each header is sent as 1.
  public static void main(String[] arguments) throws Exception {
    ProbeRequest plain = ProbeRequest.get(WebUrl.of(arguments[0]));
    ProbeRequest request =
        new ProbeRequest(
            plain.url(),
            plain.method(),
            plain.body(),
            headers(arguments),
            plain.cookies(),
            plain.resolver(),
            plain.addressFamily(),
            plain.proxy(),
            Optional.of(Path.of(arguments[2])),
            plain.timeout(),
            plain.allowPrivate());
    ProbePlan plan = ProbePlan.of(request, Integer.parseInt(arguments[1]), false, false);
    byte[] snapshot =
        SnapshotCodec.encode(Probe.series().measure(plan, ProbeListener.NONE, new Cancellation()));
    Files.write(Path.of(arguments[3]), snapshot);
  }

  private static List<Header> headers(String[] arguments) {
    return Arrays.stream(arguments).skip(4).map(name -> new Header(name, "1")).toList();
  }
}
