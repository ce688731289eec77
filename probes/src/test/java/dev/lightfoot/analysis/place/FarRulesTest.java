package dev.lightfoot.analysis.place;

import static dev.lightfoot.analysis.served.Answers.finding;
import static dev.lightfoot.analysis.served.Answers.judge;
import static dev.lightfoot.analysis.served.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.AttributeNames;
import dev.lightfoot.model.span.Attributes;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.model.span.SpanKind;
import org.junit.jupiter.api.Test;

class FarRulesTest {
  private static Recorded cache(double floor) {
    Recorded request = Recorded.request("/page", 100);
    for (int i = 0; i < 5; i++) {
      request.cache("GET key" + i, floor + (i == 2 ? 0 : 1), "server.address", "cache-17.test");
    }
    return request;
  }

  @Test
  void aCacheBeyondItsZoneIsFound() {
    Finding finding = finding(judge(new FarCache(), cache(3)));

    assertThat(finding.subject().text()).isEqualTo("redis at cache-#.test");
    assertThat(finding.facts())
        .contains(
            Fact.word("variant", "zone"),
            Fact.time("nearest", 3_000_000),
            Fact.distance("far", 300_000),
            Fact.name("peer", "redis at cache-17.test"));
    // 5 trips on the path: (3 - 0.5) × 5, half of it, 3 × 5
    assertThat(finding.saving()).contains(new Saving(0, 6_250_000, 12_500_000, 15_000_000));
  }

  @Test
  void theFloorTellsRegionAndContinent() {
    assertThat(finding(judge(new FarCache(), cache(11))).facts())
        .contains(Fact.word("variant", "region"));
    assertThat(finding(judge(new FarCache(), cache(51))).facts())
        .contains(Fact.word("variant", "continent"));
  }

  @Test
  void oneOfTheSameZoneIsInOrder() {
    assertThat(judge(new FarCache(), cache(0.5))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(judge(new FarCache(), cache(1.5))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  private static Recorded connecting(double each) {
    Recorded request = Recorded.request("/page", 100);
    for (int i = 0; i < 6; i++) {
      request
          .cache("GET key" + i, 2 * each + 1, "server.address", "cache-17.test")
          .connecting(each);
    }
    return request;
  }

  @Test
  void ofACallThatConnectedFirstTheConnectionTellsTheWay() {
    assertThat(judge(new FarCache(), connecting(1.2))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(finding(judge(new FarCache(), connecting(20))).facts())
        .contains(Fact.time("nearest", 20_000_000));
  }

  @Test
  void fourCallsDoNotTell() {
    Recorded request = Recorded.request("/page", 100);
    for (int i = 0; i < 4; i++) {
      request.cache("GET key" + i, 9);
    }

    assertThat(reason(judge(new FarCache(), request))).isEqualTo(Reason.Kind.NO_FLOOR);
    assertThat(reason(judge(new FarDatabase(), request))).isEqualTo(Reason.Kind.NOTHING_TO_LOOK_AT);
  }

  private static Recorded database(double lasting, String... texts) {
    Recorded request = Recorded.request("/page", 200);
    for (String text : texts) {
      request.query(text, lasting);
    }
    return request;
  }

  @Test
  void aDatabaseThatAnswersThreeKindsOfStatementsLateIsFar() {
    Finding finding =
        finding(
            judge(
                new FarDatabase(),
                database(
                    10,
                    "SELECT a FROM b",
                    "SELECT c FROM d",
                    "SELECT e FROM f",
                    "SELECT g FROM h",
                    "SELECT i FROM j")));

    assertThat(finding.saving()).contains(new Saving(0, 23_750_000, 47_500_000, 50_000_000));
  }

  @Test
  void oneSlowStatementRepeatedIsWork() {
    String slow = "SELECT a FROM b WHERE c = 1";

    assertThat(reason(judge(new FarDatabase(), database(10, slow, slow, slow, slow, slow))))
        .isEqualTo(Reason.Kind.NO_FLOOR);
  }

  @Test
  void aStatementThatIsNoWorkTellsTheWay() {
    String slow = "SELECT a FROM b WHERE c = 1";

    assertThat(finding(judge(new FarDatabase(), database(10, "BEGIN", slow, slow, slow, "COMMIT"))))
        .isNotNull();
  }

  @Test
  void aNearDatabaseIsInOrder() {
    assertThat(
            judge(
                new FarDatabase(),
                database(2.5, "BEGIN", "SELECT 1", "BEGIN", "SELECT 1", "COMMIT")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  private static Recorded regions(String own, String host, int count) {
    Recorded request = Recorded.request("/page", 200);
    for (int i = 0; i < count; i++) {
      request.query("SELECT a FROM b", 60, "cloud.region", own, "server.address", host);
    }
    return request;
  }

  @Test
  void aHostWhoseNameSpeaksOfAnotherRegionIsElsewhere() {
    Finding finding =
        finding(
            judge(new OtherRegion(), regions("eu-central-1", "db.us-east-1.rds.amazonaws.com", 2)));

    assertThat(finding.facts())
        .contains(
            Fact.name("ownRegion", "eu-central-1"),
            Fact.name("otherRegion", "us-east-1"),
            Fact.time("nearest", 60_000_000));
    assertThat(finding.saving()).contains(new Saving(0, 59_500_000, 119_000_000, 120_000_000));
  }

  @Test
  void aShortWordTellsTheRegionToo() {
    assertThat(finding(judge(new OtherRegion(), regions("eu-west-1", "db-use1.test", 1))).facts())
        .contains(Fact.name("otherRegion", "us-east-1"));
  }

  @Test
  void anotherZoneOfTheSameRegionIsInOrder() {
    assertThat(judge(new OtherRegion(), regions("us-east-1", "db.us-east-1b.rds.amazonaws.com", 2)))
        .isEqualTo(RuleAnswer.IN_ORDER);
    Recorded zone = Recorded.request("/page", 200);
    zone.query(
        "SELECT 1",
        60,
        "cloud.availability_zone",
        "us-east-1a",
        "server.address",
        "db.us-east-1.rds.amazonaws.com");
    assertThat(judge(new OtherRegion(), zone)).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void aGlobalNameTellsNothing() {
    assertThat(reason(judge(new OtherRegion(), regions("us-east-1", "db.test", 2))))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
  }

  @Test
  void whatIsInAnotherRegionIsNotToldAsFarAgain() {
    Recorded elsewhere = regions("eu-central-1", "db.us-east-1.rds.amazonaws.com", 5);

    assertThat(reason(judge(new FarDatabase(), elsewhere))).isEqualTo(Reason.Kind.TAKEN);
  }

  /// A proxy's request with the application's below it.
  private static Recorded proxied(int trace, double between) {
    return Recorded.request(trace, "/page", 100)
        .service("edge")
        .within("proxy", Layer.PROXY, 90)
        .call(Layer.EXTERNAL, 20 + between, Attributes.of(AttributeNames.METHOD, "GET"))
        .at(between / 2)
        .answering("shop", 20);
  }

  private static Recorded[] proxied(double... between) {
    Recorded[] requests = new Recorded[between.length];
    for (int i = 0; i < between.length; i++) {
      requests[i] = proxied(i, between[i]);
    }
    return requests;
  }

  @Test
  void aProxyThatAlwaysWaitsLongerThanTheApplicationWorksIsElsewhere() {
    Finding finding = finding(judge(new ProxyElsewhere(), proxied(4, 5, 9, 40, 4.5)));

    assertThat(finding.traces()).isEqualTo(5);
    assertThat(finding.facts())
        .contains(Fact.time("between", 4_000_000), Fact.distance("far", 400_000));
    assertThat(finding.saving()).contains(new Saving(0, 1_750_000, 3_500_000, 4_000_000));
  }

  @Test
  void oneQuickHandOverShowsThatItIsAQueue() {
    assertThat(judge(new ProxyElsewhere(), proxied(4, 5, 9, 40, 0.4)))
        .isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(reason(judge(new ProxyElsewhere(), proxied(4, 5, 9, 40))))
        .isEqualTo(Reason.Kind.TOO_FEW);
  }

  @Test
  void withoutAProxyThereIsNothingToLookAt() {
    Recorded alone =
        Recorded.request("/page", 100).add("job", Layer.APP, SpanKind.INTERNAL, 5, Attributes.NONE);

    assertThat(reason(judge(new ProxyElsewhere(), alone)))
        .isEqualTo(Reason.Kind.NOTHING_TO_LOOK_AT);
  }
}
