package dev.lightfoot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.ErrorType;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.url.WebUrl;
import dev.lightfoot.probe.AddressFamily;
import dev.lightfoot.probe.ProbeRequest;
import dev.lightfoot.probe.ProxyChoice;
import dev.lightfoot.probe.ResolverChoice;
import dev.lightfoot.probe.http.HttpChoice;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProbeCommandTest {
  private static final String URL = "https://shop.test/";
  private final CliHarness cli = new CliHarness();
  @TempDir Path folder;

  @Test
  void aProbePrintsTextForPeople() {
    CliHarness.Result result = cli.run("probe", URL);
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith(URL + "\n\n50.0 ms: 1 round trip");
  }

  @Test
  void fiveColdRunsAreMadeUnlessSaidOtherwise() {
    cli.run("probe", URL);
    cli.run("probe", URL, "--runs", "1", "--warm", "--resumed");
    assertThat(cli.plans.getFirst().states()).hasSize(5).containsOnly(RunState.COLD);
    assertThat(cli.plans.getLast().states())
        .containsExactly(RunState.COLD, RunState.RESUMED, RunState.WARM);
  }

  @Test
  void jsonAloneIsOnStandardOutput() throws IOException {
    CliHarness.Result result = cli.run("probe", URL, "--json");
    Snapshot read = SnapshotCodec.decodeStored(result.out().getBytes(StandardCharsets.UTF_8));
    assertThat(read.target()).isEqualTo(URL);
  }

  @Test
  void severalUrlsGiveAnArray() {
    String out = cli.run("probe", URL, "https://other.test/", "--json").out();
    assertThat(out).startsWith("[{").endsWith("}]\n");
  }

  @Test
  void whatOneTargetLacksCostsTheOthersNothing() {
    CliHarness.Result result =
        cli.run("probe", "https://shop.test", "https://refused.test", "https://b.test", "--json");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).contains("https://shop.test/").contains("https://b.test/");
    assertThat(result.err()).contains("https://refused.test/: The proxy cannot be used.");
  }

  @Test
  void severalUrlsGiveAnArrayEvenWhenInterruptedDuringTheFirst() {
    cli.interrupted = true;
    CliHarness.Result result = cli.run("probe", URL, "https://other.test/", "--json");
    assertThat(cli.plans).hasSize(1);
    assertThat(result.out()).startsWith("[{").endsWith("}]\n");
  }

  @Test
  void secretsAreShownOnlyWhenAskedFor() {
    CliHarness.Result redacted = cli.run("probe", URL, "--json");
    assertThat(redacted.out()).doesNotContain("s3cr3t").contains("session=[redacted]");
    assertThat(redacted.err()).contains("cookie session").doesNotContain("s3cr3t");
    assertThat(cli.run("probe", URL, "--json", "--unredacted").out()).contains("session=s3cr3t");
  }

  @Test
  void everyOptionReachesTheRequest() throws IOException {
    Path roots = Files.writeString(folder.resolve("ca.pem"), "");
    cli.input = "body".getBytes(StandardCharsets.UTF_8);
    cli.run(
        "probe",
        "shop.test",
        "--method",
        "PUT",
        "--data",
        "-",
        "--cookie",
        "a=1",
        "--cookie",
        "b=2",
        "--header",
        "Accept: text/html",
        "--header",
        "Content-Type: text/plain",
        "--resolver",
        "10.0.0.1:5353",
        "--ip",
        "6",
        "--ca",
        roots.toString(),
        "--timeout",
        "2.5",
        "--allow-private");
    ProbeRequest request = cli.lastRequest();
    assertThat(request.body().orElseThrow().bytes()).asString().isEqualTo("body");
    assertThat(request.body().orElseThrow().contentType()).isEqualTo("text/plain");
    assertThat(request)
        .isEqualTo(
            new ProbeRequest(
                WebUrl.of("https://shop.test/"),
                "PUT",
                request.body(),
                List.of(new Header("Accept", "text/html")),
                List.of("a=1", "b=2"),
                new ResolverChoice.Server(new InetSocketAddress("10.0.0.1", 5353)),
                AddressFamily.IPV6,
                new ProxyChoice.Environment(),
                Optional.of(roots),
                Duration.ofMillis(2_500),
                true));
  }

  @Test
  void aClientCertificateReachesTheRequestWithTheKeyBesideIt() throws IOException {
    HeldCertificate alice = new HeldCertificate.Builder().commonName("alice").build();
    Path certificate = Files.writeString(folder.resolve("alice.crt"), alice.certificatePem());
    Path key = Files.writeString(folder.resolve("alice.key"), alice.privateKeyPkcs8Pem());
    cli.run("probe", URL, "--cert", certificate.toString(), "--key", key.toString());
    assertThat(cli.lastRequest().clientCertificate().orElseThrow().subject()).isEqualTo("CN=alice");
  }

  @Test
  void aClientCertificateThatCannotBeUsedIsRefusedBeforeAnythingIsMeasured() throws IOException {
    HeldCertificate alice = new HeldCertificate.Builder().commonName("alice").build();
    Path certificate = Files.writeString(folder.resolve("alice.crt"), alice.certificatePem());
    CliHarness.Result alone = cli.run("probe", URL, "--cert", certificate.toString());
    assertThat(alone.status()).isEqualTo(2);
    assertThat(alone.err()).contains("holds no private key", "--key");
    assertThat(cli.run("probe", URL, "--key", certificate.toString()).err())
        .contains("--key and --cert-password-file go with --cert");
    assertThat(cli.plans).isEmpty();
  }

  @Test
  void whereNoPasswordCanBeAskedForTheWaysToGiveOneAreNamed() throws Exception {
    HeldCertificate alice = new HeldCertificate.Builder().commonName("alice").build();
    char[] secret = "sesame".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, secret);
    store.setKeyEntry(
        "alice", alice.keyPair().getPrivate(), secret, new Certificate[] {alice.certificate()});
    Path file = folder.resolve("alice.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, secret);
    }
    CliHarness.Result closed = cli.run("probe", URL, "--cert", file.toString());
    assertThat(closed.status()).isEqualTo(2);
    assertThat(closed.err())
        .contains("alice.p12 needs a password", "--cert-password-file", "LIGHTFOOT_CERT_PASSWORD");
    Path password = Files.writeString(folder.resolve("password"), "sesame\n");
    cli.run("probe", URL, "--cert", file.toString(), "--cert-password-file", password.toString());
    assertThat(cli.lastRequest().clientCertificate()).isPresent();
  }

  @Test
  void theVersionOfHttpReachesTheRequest() {
    cli.run("probe", URL, "--http", "3");
    assertThat(cli.lastRequest().http()).isEqualTo(HttpChoice.HTTP_3);
    cli.run("probe", URL);
    assertThat(cli.lastRequest().http()).isEqualTo(HttpChoice.ANY);
  }

  @Test
  void severalVersionsAreMeasuredAndShownInOneTable() {
    String out = cli.run("probe", URL, "--http", "1.1,2,3").out();
    assertThat(cli.plans)
        .extracting(plan -> plan.request().http())
        .containsExactly(HttpChoice.HTTP_1_1, HttpChoice.HTTP_2, HttpChoice.HTTP_3);
    assertThat(out).contains("Versions of HTTP, cold runs").doesNotContain("Ledger");
    assertThat(cli.run("probe", URL, "--http", "2,3", "--json").out())
        .startsWith("[{")
        .endsWith("}]\n");
  }

  @Test
  void whereTheServerStandsIsNotedToo() {
    assertThat(cli.run("probe", URL, "--json", "--server-place", "Helsinki").out())
        .contains("\"serverPlace\":\"Helsinki\"");
  }

  @Test
  void aPlaceThatNobodyKnowsIsRefusedBeforeAnythingIsMeasured() {
    CliHarness.Result result = cli.run("probe", URL, "--place", "Züricch");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("--place: “Züricch” is not a place").contains("Zürich, CH");
  }

  @Test
  void thePlaceIsNotedInTheSnapshot() {
    assertThat(cli.run("probe", URL, "--json", "--place", "Zürich").out())
        .contains("\"place\":\"Zürich\"");
  }

  @ParameterizedTest
  @CsvSource({
    "--runs,0",
    "--http,4",
    "--runs,x",
    "--timeout,0",
    "--ip,5",
    "--cookie,novalue",
    "--cookie,'a=1; b=2'",
    "--header,nocolon",
    "--header,'a b: c'",
    "--resolver,nonsense",
    "--proxy,socks5://localhost:1080",
    "--proxy,https://localhost",
    "--proxy,'http://a b'",
    "--ca,/does/not/exist",
    "--data,/does/not/exist",
    "--method,'G T'",
    "--nosuch,x",
    "--save,' '"
  })
  void wrongUseIsOneSentenceAndStatusTwo(String option, String value) {
    CliHarness.Result result = cli.run("probe", URL, option, value);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("lightfoot: ").doesNotContain("Exception");
    assertThat(cli.plans).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://shop.test/", "https://", "https://shop.test:70000/", "a b"})
  void anAddressThatCannotBeMeasuredIsStatusTwo(String url) {
    assertThat(cli.run("probe", url).status()).isEqualTo(2);
  }

  @Test
  void aTargetThatCannotBeMeasuredIsStatusThreeAndStillShown() {
    cli.everyRunFails = Optional.of(ErrorType.CERTIFICATE_EXPIRED);
    CliHarness.Result result = cli.run("probe", URL);
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.out()).contains("LF-TLS-EXPIRED").contains("Wait for first byte");
    assertThat(result.err()).contains("LF-TLS-EXPIRED");
  }

  @Test
  void aFailureTellsNoSecretOfAnAddress() {
    cli.everyRunFails = Optional.of(ErrorType.TIMEOUT);
    cli.failureMessage = "No answer from https://doh.test/dns-query?token=s3cr3t in time.";
    assertThat(cli.run("probe", URL).err())
        .contains("https://doh.test/dns-query?token=[redacted] in time.")
        .doesNotContain("s3cr3t");
  }

  @Test
  void aFailureCannotSteerTheTerminal() {
    cli.everyRunFails = Optional.of(ErrorType.TIMEOUT);
    cli.failureMessage = "It said \u009b2J and \u202edesrever.";
    assertThat(cli.run("probe", URL).err()).contains("It said \ufffd2J and \ufffddesrever.");
  }

  @Test
  void someFailedRunsAreAWarning() {
    cli.lastRunFails = true;
    CliHarness.Result result = cli.run("probe", URL);
    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("1 of 5 runs failed");
  }

  @Test
  void aCancelledMeasurementIsStatus130() {
    cli.everyRunFails = Optional.of(ErrorType.CANCELLED);
    assertThat(cli.run("probe", URL).status()).isEqualTo(130);
  }

  @Test
  void aFaultOfOursIsStatusFourWithALogThatHoldsNoSecret() throws IOException {
    cli.faulty = true;
    CliHarness.Result result = cli.run(folder, "probe", URL);
    Path log = folder.resolve("log").resolve("faults.log");
    assertThat(result.status()).isEqualTo(4);
    assertThat(result.err()).contains("LF-INTERNAL").contains(log.toString());
    assertThat(Files.readString(log)).contains("IllegalStateException").doesNotContain("s3cr3t");
  }

  @Test
  void aSavedProbeIsKeptWhole() {
    CliHarness.Result saved = cli.run(folder, "probe", URL, "--save", "before");
    assertThat(saved.err()).contains("Saved as \"before\"");
    assertThat(cli.run(folder, "snapshot", "show", "before", "--unredacted").out())
        .contains("session=s3cr3t");
  }

  @Test
  void aFolderThatCannotHoldItIsStatusTwoAfterTheResult() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CliHarness.Result result = cli.run(file, "probe", URL, "--save", "before");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).contains("50.0 ms");
    assertThat(result.err()).contains("was not saved");
  }
}
