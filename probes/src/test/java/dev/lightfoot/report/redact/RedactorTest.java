package dev.lightfoot.report.redact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.connection.ProxyHop;
import dev.lightfoot.model.connection.TlsCheck;
import dev.lightfoot.model.connection.TlsFacts;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanKind;
import dev.lightfoot.model.span.SpanTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedactorTest {
  private static final String JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cookie              | a=1; session=abc        | a=[redacted]; session=[redacted]
          Set-Cookie          | sid=abc; Path=/; Secure | sid=[redacted]; Path=/; Secure
          Authorization       | Basic YW5uOnB3          | Basic [redacted]
          Proxy-Authorization | Digest x="y", z="w"     | Digest [redacted]
          X-Api-Key           | 12345                   | [redacted]
          Ocp-Apim-Subscription-Key | 12345             | [redacted]
          X-Functions-Key     | 12345                   | [redacted]
          DD-APPLICATION-KEY  | 12345                   | [redacted]
          X-Subscriptionkey   | 12345                   | [redacted]
          Surrogate-Key       | post-1                  | post-1
          X-Cache-Key         | /shop/                  | /shop/
          X-CSRF-Token        | 12345                   | [redacted]
          Accept              | text/html               | text/html
          WWW-Authenticate    | Basic realm=x           | Basic realm=x
          Content-Type        | text/html; charset=utf-8 | text/html; charset=utf-8
          Location            | /in?token=abc&n=1#id_token=x | /in?token=[redacted]&n=1#id_token=[redacted]
          Referer             | https://ann:pw@shop.test/ | https://[redacted]@shop.test/
          X-Echo              | /x?u=0f9a8b7c6d5e4f3a2b1c0d9e | /x?u=[redacted]
          X-Comma             | /x?token=abc12345,REST&n=1 | /x?token=[redacted]&n=1
          X-Comma             | /x?n=1;token=a1,page=2 | /x?n=1;token=[redacted],page=2
          X-Commas            | /x?u=0f9a8b7c6d5e4f3a2b1c0d9e,1&n=1 | /x?u=[redacted]&n=1
          X-Debug             | nothing to see          | nothing to see
          """)
  void headerFieldsLoseTheirSecrets(String name, String value, String redacted) {
    assertThat(headers(new Header(name, value))).containsExactly(new Header(name, redacted));
  }

  @Test
  void theClaimsOfAJwtStayItsSignatureGoes() {
    String cut = JWT.substring(0, JWT.lastIndexOf('.') + 1) + "[redacted]";
    assertThat(headers(new Header("authorization", "Bearer " + JWT), new Header("x-who", JWT)))
        .containsExactly(new Header("authorization", "Bearer " + cut), new Header("x-who", cut));
  }

  @Test
  void aSecretIsTakenOutWhereverItIsRepeated() {
    assertThat(
            headers(
                new Header("x-debug", "you sent s3cr3t-v4lue"),
                new Header("cookie", "session=s3cr3t-v4lue")))
        .containsExactly(
            new Header("x-debug", "you sent [redacted]"),
            new Header("cookie", "session=[redacted]"));
  }

  @Test
  void urlsAndMessagesLoseTheirSecrets() {
    RunError error =
        new RunError(Optional.empty(), "timeout", "No answer from https://a:b@x.test/?key=hush.");
    Exchange exchange = new ExchangeBuilder("https://x.test/?api_key=hush&q=1", "GET").build();
    Snapshot snapshot =
        Samples.snapshot(
            "https://x.test/?api_key=hush&q=1",
            Samples.run(RunState.COLD, Optional.of(error), exchange));
    Snapshot cleaned = Redactor.redact(snapshot).snapshot();
    Run run = cleaned.runs().getFirst();
    assertThat(
            List.of(
                cleaned.target(),
                run.exchanges().getFirst().url(),
                run.error().orElseThrow().message()))
        .containsExactly(
            "https://x.test/?api_key=[redacted]&q=1",
            "https://x.test/?api_key=[redacted]&q=1",
            "No answer from https://[redacted]@x.test/?key=[redacted]");
  }

  @Test
  void membersOfNewerVersionsLoseTheirSecrets() {
    Map<String, String> unknown =
        Map.of(
            "/extra",
                "{\"headers\":[[\"cookie\",\"a=b1\"]],\"u\":\"http://x/?token=b2\",\"n\":1.50}",
            "/runs/0/authToken", "\"b3\"",
            "/pairs", "[{\"value\":\"b4\",\"name\":\"X-Api-Key\"}]",
            "/kept", "{ \"n\" : 1.0 }",
            "/runs/0/exchanges/0/initiator", "\"http://x/?token=b5\"");
    assertThat(Redactor.redact(with(Samples.shop(), unknown)).snapshot().unknown())
        .isEqualTo(
            Map.of(
                "/extra",
                "{\"headers\":[[\"cookie\",\"a=[redacted]\"]],"
                    + "\"u\":\"http://x/?token=[redacted]\",\"n\":1.50}",
                "/runs/0/authToken",
                "\"[redacted]\"",
                "/pairs",
                "[{\"value\":\"[redacted]\",\"name\":\"X-Api-Key\"}]",
                "/kept",
                "{ \"n\" : 1.0 }",
                "/runs/0/exchanges/0/initiator",
                "\"http://x/?token=[redacted]\""));
  }

  @Test
  void sqlLosesItsLiterals() {
    Span span =
        Span.of("s", "SELECT", Layer.DATABASE, SpanKind.CLIENT, SpanTime.of(0, 1, 1))
            .with(
                Attributes.of(
                    "db.query.text", "SELECT * FROM t1 WHERE a = 'O''Brien' AND b > -4.5 OR c=$1"));
    Run run =
        new Run(
            RunState.COLD,
            Samples.WHEN,
            Optional.empty(),
            false,
            List.of(),
            List.of(span),
            List.of());
    Snapshot cleaned = Redactor.redact(Samples.snapshot("https://x.test/", run)).snapshot();
    assertThat(cleaned.runs().getFirst().spans().getFirst().attributes())
        .isEqualTo(
            Attributes.of("db.query.text", "SELECT * FROM t1 WHERE a = ? AND b > ? OR c=$1"));
  }

  @Test
  void doubleQuotationMarksHoldLiteralsOfMysqlAndNamesOfOthers() {
    for (String system : List.of("mysql", "postgresql")) {
      Attributes attributes =
          Attributes.of("db.system.name", system, "db.query.text", "SELECT \"a\" FROM t");
      Span span =
          Span.of("s", "SELECT", Layer.DATABASE, SpanKind.CLIENT, SpanTime.of(0, 1, 1))
              .with(attributes);
      assertThat(Redactor.redact(span).attributes().get("db.query.text"))
          .contains(system.equals("mysql") ? "SELECT ? FROM t" : "SELECT \"a\" FROM t");
    }
  }

  @Test
  void textsOfPeopleAndPeersLoseTheirSecretsWhereverTheyStand() {
    Snapshot shop = Samples.snapshot("https://x.test/", Samples.tunnelled());
    Run run = shop.runs().getFirst();
    Exchange whole = run.exchanges().getFirst();
    ProxyHop proxy = new ProxyHop("http://ann:pw@p.test:1", "--proxy", true, OptionalInt.empty());
    TlsFacts tls = whole.tls().orElseThrow();
    Environment environment =
        new Environment(
            "0.1.0",
            "Linux",
            "25",
            "https://ann:pw@dns.test/",
            Optional.of("http://ann:pw@p.test:1"),
            Optional.of("the lab, token=hush"),
            Optional.of("the cellar, token=hush"),
            List.of("asked https://ann:pw@x.test/"));
    Exchange told =
        new ExchangeBuilder(whole.url(), "GET")
            .proxy(Optional.of(proxy))
            .tls(
                Optional.of(
                    new TlsFacts(
                        tls.version(),
                        tls.cipherSuite(),
                        tls.group(),
                        tls.alpn(),
                        false,
                        false,
                        false,
                        tls.serverHelloNanos(),
                        0,
                        0,
                        tls.stapledOcsp(),
                        List.of(),
                        tls.verdict(),
                        List.of(new TlsCheck("path", "failed", "see https://a:b@ca.test/")))))
            .build();
    Snapshot secret =
        new Snapshot(
            shop.id(),
            shop.name(),
            shop.target(),
            shop.takenAt(),
            environment,
            List.of(run.with(List.of(told), List.of(), List.of())),
            Map.of());
    String cleaned = Redactor.redact(secret).snapshot().toString();
    assertThat(cleaned).doesNotContain("ann:pw", "hush", "a:b@").contains("[redacted]@ca.test");
  }

  @Test
  void redactingTwiceChangesNothingMore() {
    Snapshot snapshot =
        with(
            Samples.snapshot("https://x.test/?token=abc", Samples.redirected(), Samples.cold(0)),
            Map.of("/password", "\"abc\"", "/jwt", "[\"" + JWT + "\"]"));
    Snapshot once = Redactor.redact(snapshot).snapshot();
    assertThat(Redactor.redact(once)).isEqualTo(new Redacted(once, List.of()));
  }

  @Test
  void whatWasRemovedIsNamedWithoutItsValue() {
    Exchange exchange =
        new ExchangeBuilder("https://x.test/?token=abc", "GET")
            .request(
                new RequestFacts(
                    1,
                    1,
                    0,
                    List.of(
                        new Header("cookie", "id=1; id=2"),
                        new Header("authorization", "Bearer abc"))))
            .build();
    assertThat(
            Redactor.redact(
                    Samples.snapshot(
                        "https://x.test/", Samples.run(RunState.COLD, Optional.empty(), exchange)))
                .removed())
        .containsExactly(
            new Removal("parameter token", 1),
            new Removal("cookie id", 2),
            new Removal("header authorization", 1));
  }

  private static Snapshot with(Snapshot snapshot, Map<String, String> unknown) {
    return new Snapshot(
        snapshot.id(),
        snapshot.name(),
        snapshot.target(),
        snapshot.takenAt(),
        snapshot.environment(),
        snapshot.runs(),
        unknown);
  }

  private static List<Header> headers(Header... headers) {
    Exchange exchange =
        new ExchangeBuilder("https://x.test/", "GET")
            .request(new RequestFacts(1, 0, 0, List.of(headers)))
            .build();
    Snapshot snapshot =
        Samples.snapshot("https://x.test/", Samples.run(RunState.COLD, Optional.empty(), exchange));
    return Redactor.redact(snapshot)
        .snapshot()
        .runs()
        .getFirst()
        .exchanges()
        .getFirst()
        .request()
        .headers();
  }
}
