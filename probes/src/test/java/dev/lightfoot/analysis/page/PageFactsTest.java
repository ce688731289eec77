package dev.lightfoot.analysis.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.Resource;
import dev.lightfoot.model.page.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class PageFactsTest {
  private static PageFacts facts(Run run) {
    Floors floors = Floors.of(List.of(run));
    return PageFacts.of(run, PageCriticalPath.of(run, floors), floors);
  }

  private static TripSum counted(int trips) {
    return new TripSum(OptionalInt.of(trips), false);
  }

  private static ResponseFacts response(long bytes, Header... headers) {
    return new ResponseFacts(50, bytes, OptionalLong.of(bytes), List.of(headers), Optional.empty());
  }

  private static MadePage.Asked answered(MadePage.Asked asked, ResponseFacts response) {
    asked.builder().status(OptionalInt.of(200)).response(Optional.of(response));
    return asked;
  }

  @Test
  void thePictureIsAddedUp() {
    PageFacts facts = facts(PageSamples.run(0));
    assertThat(facts.requests()).isEqualTo(15);
    assertThat(facts.hosts()).isEqualTo(4);
    assertThat(facts.connections()).isEqualTo(3);
    assertThat(facts.bytes()).isEqualTo(203_619);
    assertThat(facts.trips()).isEqualTo(counted(29));
    assertThat(facts.criticalTrips()).isEqualTo(OptionalInt.of(11));
    assertThat(facts.failed()).isZero();
    assertThat(facts.redirects()).isEmpty();
    assertThat(facts.duplicates()).isEmpty();
    assertThat(facts.thirdParties())
        .containsExactly(
            new PageFacts.ThirdParty("fonts.cdn.example", 1, 48_200, counted(5)),
            new PageFacts.ThirdParty("tag.metrics.example", 2, 18_800, counted(6)));
  }

  @Test
  void whatOnlyAnotherResourceNamesIsLate() {
    assertThat(facts(PageSamples.run(0)).late())
        .contains(new PageFacts.Late(7, 2, 70_500_000), new PageFacts.Late(12, 3, 176_500_000))
        .extracting(PageFacts.Late::exchange)
        .containsExactly(7, 8, 10, 12);
  }

  @Test
  void aPreconnectCouldHaveBegunWhenTheDocumentCame() {
    assertThat(facts(PageSamples.run(0)).preconnects())
        .containsExactly(
            new PageFacts.Preconnect(12, "fonts.cdn.example", OptionalInt.of(3), 63_700_000, true),
            new PageFacts.Preconnect(
                13, "tag.metrics.example", OptionalInt.of(4), 13_900_000, false));
  }

  @Test
  void theSameUrlFetchedTwiceIsADuplicateButNotFromTheCache() {
    MadePage page = new MadePage();
    page.document(100);
    answered(page.ask("/a.png", 110).until(120), response(1_000));
    answered(page.ask("/a.png", 130).until(140), response(1_000));
    answered(page.ask("/a.png", 150).delivered(Resource.Delivery.CACHE), response(1_000));
    assertThat(facts(page.run()).duplicates())
        .containsExactly(new PageFacts.Duplicate("https://shop.test/a.png", List.of(1, 2), 1_050));
    assertThat(facts(page.run()).bytes()).isEqualTo(2_100);
  }

  @Test
  void cookiesThatGoToStaticResourcesAreCounted() {
    MadePage page = new MadePage();
    page.document(100).builder().request(new RequestFacts(90, 40, 0, List.of()));
    page.ask("/a.png", 110).until(120).builder().request(new RequestFacts(90, 40, 0, List.of()));
    assertThat(facts(page.run()).cookies()).containsExactly(new PageFacts.Cookies(1, 40));
  }

  @Test
  void textWithoutACodingIsNamedFromOnePacketOn() {
    Header css = new Header("content-type", "text/css; charset=utf-8");
    Header coded = new Header("content-encoding", "br");
    long least = PlainText.SMALLEST;
    MadePage page = new MadePage();
    page.document(100);
    answered(page.ask("/a.css", 110).until(120), response(least, css));
    answered(page.ask("/small.css", 110).until(120), response(least - 1, css));
    answered(page.ask("/coded.css", 110).until(120), response(least, css, coded));
    answered(
        page.ask("/a.png", 110).until(120),
        response(90_000, new Header("content-type", "image/png")));
    assertThat(facts(page.run()).uncompressed())
        .containsExactly(new PageFacts.Uncompressed(1, least));
  }

  @Test
  void staticResourcesThatSayNothingOfTheirLifetimeAreNamed() {
    MadePage page = new MadePage();
    page.document(100);
    Header etag = new Header("etag", "\"1\"");
    answered(page.ask("/a.png", 110).until(120), response(10, etag));
    answered(
        page.ask("/b.png", 110).until(120),
        response(10, new Header("cache-control", "public, max-age=60")));
    answered(
        page.ask("/c.png", 110).until(120), response(10, new Header("cache-control", "no-store")));
    answered(page.ask("/d.png", 110).until(120), response(10));
    assertThat(facts(page.run()).withoutLifetime()).containsExactly(1);
  }

  @Test
  void redirectsOfResourcesAndFailuresAreCounted() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/old", 110).until(120).builder().status(OptionalInt.of(302));
    page.ask("/same", 110).until(120).builder().status(OptionalInt.of(304));
    page.ask("/dead", 110).failed(Phase.TCP, 20, "connection-refused");
    assertThat(facts(page.run()).redirects()).containsExactly(1);
    assertThat(facts(page.run()).failed()).isEqualTo(1);
  }

  @Test
  void initiatorsInACircleAreNotLate() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/a.js", 110).of(ResourceType.SCRIPT).by(Initiator.Type.SCRIPT, 2).until(120);
    page.ask("/b.js", 110).of(ResourceType.SCRIPT).by(Initiator.Type.SCRIPT, 1).until(120);
    assertThat(facts(page.loaded(110).run()).late()).isEmpty();
    assertThat(facts(page.run()).late()).allMatch(late -> late.nanos() >= 0);
  }
}
