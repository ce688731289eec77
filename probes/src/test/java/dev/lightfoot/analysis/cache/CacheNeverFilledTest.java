package dev.lightfoot.analysis.cache;

import static dev.lightfoot.analysis.served.Answers.finding;
import static dev.lightfoot.analysis.served.Answers.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.Evidence;
import org.junit.jupiter.api.Test;

class CacheNeverFilledTest {
  private static final String SQL = "SELECT * FROM shop_item WHERE id = ";

  private static Recorded hitting(int trace, String key) {
    return Recorded.request(trace, "/item", 100).cache("GET " + key, 2, "cache.hit", "true");
  }

  private static Recorded unfilled(int trace, String key) {
    return unfilled(trace, key, 7);
  }

  private static Recorded unfilled(int trace, String key, int id) {
    return Recorded.request(trace, "/item", 100)
        .cache("GET " + key, 2, "cache.hit", "false")
        .query(SQL + id, 4);
  }

  @Test
  void whatIsNeverStoredIsAskedInVain() {
    Finding finding =
        finding(
            judge(
                new CacheMissThenQuery(),
                unfilled(0, "menu"),
                unfilled(1, "menu"),
                unfilled(2, "menu")));

    assertThat(finding.facts()).contains(Fact.word("variant", "unfilled"), Fact.count("misses", 3));
    assertThat(finding.grade()).isEqualTo(Evidence.INFERRED);
    // without the get 2 ms less, with the value stored the query's 4 too
    assertThat(finding.saving()).contains(new Saving(1, 0, 2_000_000, 6_000_000));
  }

  @Test
  void theQueryAfterAFlagThatIsNotSetStaysWhereItIsAskedWithoutThatFlagToo() {
    Finding finding =
        finding(
            judge(
                new CacheMissThenQuery(),
                unfilled(0, "banner"),
                unfilled(1, "banner"),
                unfilled(2, "banner"),
                Recorded.request(3, "/other", 100).query(SQL + 7, 4)));

    assertThat(finding.saving()).contains(new Saving(1, 0, 2_000_000, 2_000_000));
  }

  @Test
  void differentQueriesAreNotWhatOneKeyLacks() {
    Finding finding =
        finding(
            judge(
                new CacheMissThenQuery(),
                unfilled(0, "banner", 1),
                unfilled(1, "banner", 2),
                unfilled(2, "banner", 3)));

    assertThat(finding.saving()).contains(new Saving(1, 0, 2_000_000, 2_000_000));
  }

  @Test
  void whatSomebodyStoresIsNotAskedInVain() {
    assertThat(
            judge(
                new CacheMissThenQuery(),
                unfilled(0, "menu"),
                unfilled(1, "menu"),
                hitting(2, "menu"),
                unfilled(3, "menu")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void keysThatMissOnceMayBeStoredElsewhere() {
    assertThat(
            judge(
                new CacheMissThenQuery(),
                unfilled(0, "item:1"),
                unfilled(1, "item:2"),
                unfilled(2, "item:3")))
        .isEqualTo(RuleAnswer.IN_ORDER);
  }
}
