package dev.lightfoot.probe;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.http.HttpChoice;
import dev.lightfoot.probe.peer.Certificates;
import dev.lightfoot.probe.peer.ScriptedDns;
import dev.lightfoot.probe.tls.ClientCertificate;
import dev.lightfoot.probe.tls.certificate.TrustAnchors;
import dev.lightfoot.probe.wire.AddressPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/// A probe under test: the real one, trusting the test root, asking a name server in this process.
final class ProbeBench {
  static final String HOST = "shop.test";

  private final Probe probe;
  private ResolverChoice resolver = new ResolverChoice.Configured();
  private ProxyChoice proxy = new ProxyChoice.None();
  private String method = "GET";
  private Optional<RequestBody> body = Optional.empty();
  private List<Header> headers = List.of();
  private List<String> cookies = List.of();
  private Duration timeout = Duration.ofSeconds(10);
  private HttpChoice http = HttpChoice.ANY;
  private Optional<ClientCertificate> clientCertificate = Optional.empty();

  ProbeBench() {
    this(AddressPolicy.STANDARD);
  }

  ProbeBench(AddressPolicy policy) {
    probe = new Probe(TrustAnchors.only(Certificates.ROOT.certificate()), policy, WarmUp.never());
  }

  ProbeBench(TrustAnchors anchors) {
    probe = new Probe(anchors, AddressPolicy.STANDARD, WarmUp.never());
  }

  ProbeBench resolver(ScriptedDns dns) {
    resolver = new ResolverChoice.Server(dns.address());
    return this;
  }

  ProbeBench resolver(ResolverChoice choice) {
    resolver = choice;
    return this;
  }

  ProbeBench proxy(String choice) {
    proxy = ProxyChoice.parse(choice);
    return this;
  }

  ProbeBench post(String text) {
    method = "POST";
    body =
        Optional.of(
            new RequestBody(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/plain"));
    return this;
  }

  ProbeBench headers(Header... lines) {
    headers = List.of(lines);
    return this;
  }

  ProbeBench cookies(String... pairs) {
    cookies = List.of(pairs);
    return this;
  }

  ProbeBench timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  ProbeBench http(HttpChoice version) {
    http = version;
    return this;
  }

  ProbeBench showing(ClientCertificate certificate) {
    clientCertificate = Optional.of(certificate);
    return this;
  }

  ProbeRequest request(String url) {
    ProbeRequest plain =
        new ProbeRequest(
            WebUrl.of(url),
            method,
            body,
            headers,
            cookies,
            resolver,
            AddressFamily.ANY,
            proxy,
            Optional.empty(),
            timeout,
            http,
            false);
    return plain.showing(clientCertificate);
  }

  Run run(String url) {
    return measure(url, 1, false, false).runs().getFirst();
  }

  Snapshot measure(String url, int runs, boolean resumed, boolean warm) {
    return measure(url, runs, resumed, warm, ProbeListener.NONE, new Cancellation());
  }

  Snapshot measure(
      String url,
      int runs,
      boolean resumed,
      boolean warm,
      ProbeListener listener,
      Cancellation cancellation) {
    return probe.measure(ProbePlan.of(request(url), runs, resumed, warm), listener, cancellation);
  }

  /// One cold run that only prepares, then so many warm ones.
  Snapshot measureWarmOnly(String url, int runs) {
    List<RunState> states = new ArrayList<>(List.of(RunState.COLD));
    states.addAll(Collections.nCopies(runs, RunState.WARM));
    return probe.measure(
        new ProbePlan(request(url), states, 1), ProbeListener.NONE, new Cancellation());
  }

  /// A name server that knows every name to be this computer.
  static ScriptedDns everyNameIsHere() throws IOException {
    return new ScriptedDns(
        (query, tcp) ->
            ScriptedDns.now(
                query.getQuestion().getType() == Type.A
                    ? ScriptedDns.reply(
                        query,
                        Rcode.NOERROR,
                        new ARecord(
                            query.getQuestion().getName(),
                            DClass.IN,
                            60,
                            InetAddress.getLoopbackAddress()))
                    : ScriptedDns.reply(query, Rcode.NOERROR)));
  }
}
