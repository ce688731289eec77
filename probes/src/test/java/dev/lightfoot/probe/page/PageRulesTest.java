package dev.lightfoot.probe.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.Header;
import dev.lightfoot.model.page.Party;
import dev.lightfoot.model.page.Priority;
import dev.lightfoot.probe.http.CookieBox;
import dev.lightfoot.probe.page.request.PriorityRules;
import dev.lightfoot.probe.page.request.PriorityRules.Hint;
import dev.lightfoot.probe.page.request.PriorityRules.Running;
import dev.lightfoot.probe.page.request.PriorityRules.Traits;
import dev.lightfoot.probe.page.request.Purpose;
import dev.lightfoot.probe.page.request.Sites;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/// The rules by which a page is loaded, each alone.
final class PageRulesTest {
  private static final HttpUrl PAGE = HttpUrl.get("https://www.shop.co.uk/");

  private static Traits image(boolean large, Hint hint) {
    return new Traits(Purpose.IMAGE, true, false, false, Running.NONE, hint, false, large);
  }

  private static Traits script(Running running, boolean scanned, Hint hint) {
    return new Traits(Purpose.SCRIPT, scanned, false, false, running, hint, false, false);
  }

  @Test
  void theFirstFiveLargeImagesAreRaised() {
    PriorityRules rules = new PriorityRules();
    List<Priority> given = new ArrayList<>();
    for (int number = 0; number < 7; number++) {
      given.add(rules.next(image(number != 1, Hint.AUTO)));
    }
    assertThat(given)
        .containsExactly(
            Priority.MEDIUM,
            Priority.LOW,
            Priority.MEDIUM,
            Priority.MEDIUM,
            Priority.MEDIUM,
            Priority.MEDIUM,
            Priority.LOW);
  }

  @Test
  void aHintIsFollowedAndTakesOneOfTheFive() {
    PriorityRules rules = new PriorityRules();
    for (int number = 0; number < PriorityRules.BOOSTED_IMAGES; number++) {
      assertThat(rules.next(image(true, Hint.LOW))).isEqualTo(Priority.LOW);
    }
    assertThat(rules.next(image(true, Hint.AUTO))).isEqualTo(Priority.LOW);
    assertThat(rules.next(image(true, Hint.HIGH))).isEqualTo(Priority.HIGH);
  }

  @Test
  void whatTheScannerFindsBehindAnImageIsLate() {
    PriorityRules rules = new PriorityRules();
    assertThat(rules.next(script(Running.BLOCKING, true, Hint.AUTO))).isEqualTo(Priority.HIGH);
    rules.next(image(true, Hint.AUTO));
    assertThat(rules.next(script(Running.BLOCKING, true, Hint.AUTO))).isEqualTo(Priority.MEDIUM);
    assertThat(rules.next(script(Running.BLOCKING, false, Hint.AUTO))).isEqualTo(Priority.HIGH);
    assertThat(rules.next(script(Running.MODULE, true, Hint.AUTO))).isEqualTo(Priority.HIGH);
    assertThat(rules.next(script(Running.LATER, true, Hint.AUTO))).isEqualTo(Priority.LOW);
  }

  @Test
  void theFieldIsLeftOutWhereItWouldSayWhatHoldsAnyway() {
    assertThat(PriorityRules.field(Priority.HIGHEST, Purpose.STYLESHEET)).isEqualTo("u=0");
    assertThat(PriorityRules.field(Priority.HIGHEST, Purpose.DOCUMENT)).isEqualTo("u=0, i");
    assertThat(PriorityRules.field(Priority.LOW, Purpose.SCRIPT)).isEmpty();
    assertThat(PriorityRules.field(Priority.LOW, Purpose.IMAGE)).isEqualTo("i");
    assertThat(PriorityRules.field(Priority.LOWEST, Purpose.PREFETCH)).isEqualTo("u=4, i");
  }

  @Test
  void aTightFrameHoldsBackWhatIsNotUrgent() {
    List<String> started = new ArrayList<>();
    LoadQueue<String> queue = new LoadQueue<>(started::add, _ -> true);
    queue.add("css", 0, "a", Priority.HIGHEST);
    queue.add("js", 0, "a", Priority.HIGH);
    queue.add("low", 0, "a", Priority.LOW);
    queue.add("m1", 0, "a", Priority.MEDIUM);
    queue.add("m2", 0, "a", Priority.MEDIUM);
    queue.add("m3", 0, "a", Priority.MEDIUM);
    queue.add("other frame", 1, "a", Priority.LOW);
    assertThat(started).containsExactly("css", "js", "m1", "m2", "other frame");
    queue.ended("m1");
    assertThat(started).endsWith("m3");
    queue.loosen(0);
    assertThat(started).endsWith("low");
  }

  @Test
  void theNetworkTakesTenThatCanWaitAndSixOfAHost() {
    List<Integer> started = new ArrayList<>();
    LoadQueue<Integer> queue = new LoadQueue<>(started::add, "h2"::equals);
    queue.loosen(0);
    for (int number = 0; number < 8; number++) {
      queue.add(number, 0, "a", Priority.LOW);
    }
    assertThat(started).hasSize(LoadQueue.MOST_DELAYABLE_OF_HOST);
    for (int number = 8; number < 16; number++) {
      queue.add(number, 0, "b", Priority.LOW);
    }
    assertThat(started).hasSize(LoadQueue.MOST_DELAYABLE);
    queue.add(16, 0, "a", Priority.HIGH);
    queue.add(17, 0, "h2", Priority.LOW);
    assertThat(started).endsWith(16, 17);
  }

  @Test
  void aBudgetHoldsForAllAndForOne() {
    Budget all = new Budget(10);
    Budget one = all.atMost(4);
    assertThat(one.take(4)).isTrue();
    assertThat(one.take(1)).isFalse();
    assertThat(all.isSpent()).isFalse();
    assertThat(all.take(5)).isTrue();
    assertThat(all.take(1)).isFalse();
    assertThat(all.isSpent()).isTrue();
  }

  @Test
  void aSiteIsSchemeAndRegistrableDomain() {
    Sites sites = new Sites(PAGE);
    HttpUrl own = HttpUrl.get("https://static.shop.co.uk/a");
    HttpUrl other = HttpUrl.get("https://else.co.uk/a");
    assertThat(sites.party(own)).isEqualTo(Party.FIRST);
    assertThat(sites.isOther(own)).isFalse();
    assertThat(sites.party(other)).isEqualTo(Party.THIRD);
    assertThat(sites.isOther(HttpUrl.get("http://www.shop.co.uk/"))).isTrue();
  }

  @Test
  void cookiesCrossSitesOnlyWhereTheySaySo() {
    Sites sites = new Sites(PAGE);
    CookieBox cookies = new CookieBox(PAGE, List.of("given=1"), sites::isOther);
    HttpUrl other = HttpUrl.get("https://else.test/");
    cookies.keep(other, List.of(new Header("Set-Cookie", "plain=1")));
    cookies.keep(other, List.of(new Header("Set-Cookie", "open=1; SameSite=None; Secure")));
    assertThat(cookies.line(other)).contains("open=1");
    assertThat(cookies.line(PAGE)).contains("given=1");
  }

  @Test
  void aSecurePageAsksForPicturesOverHttpsAndForNothingElseOverHttp() {
    Notes notes = new Notes();
    Refusals refusals = new Refusals(notes);
    HttpUrl plain = HttpUrl.get("http://www.shop.co.uk/a");
    assertThat(refusals.secured(PAGE, plain, Purpose.IMAGE).map(HttpUrl::scheme)).contains("https");
    assertThat(refusals.secured(PAGE, plain, Purpose.SCRIPT)).isEmpty();
    assertThat(refusals.secured(PAGE, HttpUrl.get("http://127.0.0.1/a"), Purpose.SCRIPT))
        .isPresent();
    assertThat(notes.sentences()).singleElement().asString().endsWith(plain + ".");
  }
}
