package dev.lightfoot.report.layout.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.Resource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PageFilterTest {
  private static final PageWaterfall SHOP = waterfall(PageSamples.run(0));

  private static PageWaterfall waterfall(Run run) {
    return PageWaterfall.of(run, List.of(run));
  }

  private static List<Integer> numbers(PageWaterfall waterfall, String filter) {
    PageFilter parsed = PageFilter.parse(filter);
    return waterfall.rows().stream().filter(parsed::matches).map(PageRow::number).toList();
  }

  private static List<Integer> shop(String filter) {
    return numbers(SHOP, filter);
  }

  private static void fails(String filter, String... parts) {
    assertThatThrownBy(() -> PageFilter.parse(filter))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void nothingTypedShowsEverything() {
    assertThat(PageFilter.parse("  ").isAll()).isTrue();
    assertThat(shop("")).hasSize(15);
  }

  @Test
  void aKindOfResourceStandsAlone() {
    assertThat(shop("css")).containsExactly(2, 3, 8);
    assertThat(shop("JS")).containsExactly(4, 9, 11, 14);
    assertThat(shop("type:font")).containsExactly(13);
    assertThat(shop("img")).containsExactly(5, 6, 7);
  }

  @Test
  void numbersAreComparedWithTheirUnits() {
    assertThat(shop("trips>1")).containsExactly(1, 5, 6, 13, 14);
    assertThat(shop("trips:2")).containsExactly(5);
    assertThat(shop("status>=400")).containsExactly(12);
    assertThat(shop("size>10kB")).containsExactly(5, 6, 7, 13, 14);
    assertThat(shop("size>=30348 size<=30.348kB")).containsExactly(5);
    assertThat(shop("time>100")).containsExactly(1, 6, 8, 14);
    assertThat(shop("time>0.2s")).containsExactly(1, 14);
    assertThat(shop("time=60.1")).containsExactly(2);
    assertThat(shop("tls>0 connection>1")).containsExactly(13, 14);
  }

  @Test
  void wordsAreLookedForInTheirField() {
    assertThat(shop("host:cdn")).containsExactly(13);
    assertThat(shop("party:third")).containsExactly(13, 14, 15);
    assertThat(shop("priority:high")).containsExactly(4, 12, 13);
    assertThat(shop("protocol:1.1")).containsExactly(14, 15);
    assertThat(shop("protocol:h2 party:third")).containsExactly(13);
  }

  @Test
  void allTermsMustHoldAndAMinusTurnsOneRound() {
    assertThat(shop("css -host:static time<60")).containsExactly(3);
    assertThat(shop("-party:first -font")).containsExactly(14, 15);
    assertThat(shop("critical")).containsExactly(1, 2, 8, 13);
    assertThat(shop("blocking -critical")).containsExactly(3, 4);
  }

  @Test
  void anythingElseIsAPartOfTheUrl() {
    assertThat(shop("favicon")).containsExactly(12);
    assertThat(shop("https://static")).containsExactly(7);
    assertThat(shop("\"css\"")).containsExactly(2, 3, 8);
    assertThat(shop("url:collect")).containsExactly(15);
    assertThat(shop("localhost:8080")).isEmpty();
    assertThat(shop("\"two words\"")).isEmpty();
  }

  @Test
  void whatBecameOfARequestStandsAlone() {
    MadePage page = new MadePage();
    page.document(100);
    page.ask("/kept.css", 110).delivered(Resource.Delivery.CACHE);
    page.ask("/dead.js", 110).failed(Phase.TCP, 20, "connection-refused");
    page.askFor("http://10.0.0.1/x.js", 110).failed(Phase.TCP, 0, "private-address");
    PageWaterfall waterfall = waterfall(page.run());
    assertThat(numbers(waterfall, "cached")).containsExactly(2);
    assertThat(numbers(waterfall, "failed")).containsExactly(3);
    assertThat(numbers(waterfall, "refused")).containsExactly(4);
    assertThat(numbers(waterfall, "state:done")).containsExactly(1);
  }

  @Test
  void whatCannotBeUnderstoodIsNamed() {
    fails("hots:cdn", "hots", "host", "trips");
    fails("trips>many", "trips", "many", "trips>1");
    fails("trips>", "trips");
    fails("size>10kg", "size", "10kg", "size>10kB");
    fails("party:second", "party", "second", "first, third");
    fails("type:csss", "stylesheet");
    fails("priority:urgent", "highest");
    fails("host>cdn", "host:cdn");
    fails("state:lost", "cached");
    fails("x".repeat(PageFilter.LONGEST + 1), "1000");
  }

  @Test
  void theLongestFilterIsStillRead() {
    assertThat(shop("x".repeat(PageFilter.LONGEST))).isEmpty();
  }
}
