package dev.lightfoot.report.layout.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.distance.Distances;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.PageSamples;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.report.page.PageCells;
import dev.lightfoot.report.page.PageWords;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PageWaterfallTest {
  private static final PageWaterfall SHOP = waterfall(PageSamples.run(0));

  private static PageWaterfall waterfall(Run run) {
    return PageWaterfall.of(run, List.of(run));
  }

  private static List<String> heads(PageView view) {
    return view.groups().stream()
        .map(
            group ->
                Numbers.plain(
                    PageWords.title(group)
                        + PageWords.name(group).map(name -> " " + name).orElse("")
                        + ": "
                        + PageWords.summary(group)))
        .toList();
  }

  @Test
  void thePictureHasTwoParties() {
    assertThat(heads(SHOP.view(PageChoice.STANDARD)))
        .containsExactly(
            "First party shop.test: 12 requests · 1 connection · 136.6 kB · 18 trips, 6 on the"
                + " critical path",
            "Third party 2 hosts: 3 requests · 2 connections · 67.0 kB · 11 trips, 5 on the"
                + " critical path");
  }

  @Test
  void whereBothPlacesAreKnownEachTripToTheServerHasItsLightFloor() {
    Snapshot sample = PageSamples.shop();
    Snapshot placed =
        sample.with(
            sample.environment().at(Optional.of("Zürich")).servedFrom(Optional.of("Helsinki")));
    PageWaterfall lit = PageWaterfall.of(PageSamples.run(0), sample.runs(), Distances.of(placed));
    PageLight document = lit.row(0).light().orElseThrow();
    long light = document.distance().lightNanos();
    // TCP, TLS 1.3 and the wait: three trips
    assertThat(document.ticks()).hasSize(3);
    assertThat(document.floorNanos()).isEqualTo(3 * light);
    PageBar tcp =
        lit.row(0).bars().stream()
            .filter(bar -> bar.phase() == Phase.TCP)
            .findFirst()
            .orElseThrow();
    assertThat(document.ticks().getFirst()).isEqualTo(tcp.startNanos() + light);
    assertThat(PageCells.columns(lit)).contains(PageColumn.LIGHT);
    assertThat(PageCells.of(PageColumn.LIGHT, lit.row(0))).isEqualTo(Numbers.millis(3 * light));
    // nobody said where the others stand
    PageRow font =
        lit.rows().stream()
            .filter(row -> row.host().equals("fonts.cdn.example"))
            .findFirst()
            .orElseThrow();
    assertThat(font.light()).isEmpty();
    assertThat(PageCells.of(PageColumn.LIGHT, font)).isEqualTo(Numbers.UNKNOWN);
  }

  @Test
  void withoutPlacesThereIsNoLightFloor() {
    assertThat(SHOP.isLit()).isFalse();
    assertThat(PageCells.columns(SHOP)).doesNotContain(PageColumn.LIGHT);
  }

  @Test
  void aHostThatSharesAConnectionIsNamed() {
    assertThat(PageWords.connections(SHOP))
        .isEqualTo("3 opened; a fourth was not needed: static.shop.test shares connection 1");
    assertThat(SHOP.lanes())
        .extracting(PageWords::lane)
        .containsExactly(
            "1 www.shop.test h2", "2 fonts.cdn.example h2", "3 tag.metrics.example 1.1");
    assertThat(SHOP.lanes())
        .extracting(PageWords::rtt)
        .containsExactly(Optional.of("RTT 40.1"), Optional.of("RTT 18.4"), Optional.of("RTT 61.9"));
  }

  @Test
  void rowsAreNamedByPathAndOtherHostsByTheirFirstWord() {
    assertThat(SHOP.rows())
        .extracting(PageRow::label)
        .contains("/nplus1/?n=50", "/assets/a.css", "static /assets/3.png", "fonts /inter.woff2")
        .contains("tag /collect?v=2");
  }

  @Test
  void hostsThatBeginAlikeAreNamedInFull() {
    MadePage page = new MadePage();
    page.document(10);
    page.askFor("https://cdn.one.test/a", 11).until(12);
    page.askFor("https://cdn.two.test/a", 11).until(12);
    page.askFor("https://www.three.test/a", 11).until(12);
    page.askFor("http://192.0.2.7:8080/a", 11).until(12);
    page.askFor("data:text/plain,x", 11).until(12);
    assertThat(waterfall(page.run()).rows())
        .extracting(PageRow::label)
        .containsExactly(
            "/",
            "cdn.one.test /a",
            "cdn.two.test /a",
            "three /a",
            "192.0.2.7:8080 /a",
            "data:text/plain,x");
  }

  @Test
  void foundByLeadsFromRowToRow() {
    assertThat(SHOP.links())
        .contains(new PageLink(1, 7, 387_900_000), new PageLink(7, 12, 492_800_000))
        .hasSize(14);
    assertThat(SHOP.rows().get(12).foundBy()).isEqualTo(OptionalInt.of(7));
    assertThat(PageWords.foundBy(SHOP.row(7))).isEqualTo("2 @import");
    assertThat(PageWords.foundBy(SHOP.row(12))).isEqualTo("8 @font-face");
    assertThat(PageWords.foundBy(SHOP.row(0))).isEqualTo("you");
    assertThat(PageWords.foundBy(SHOP.row(5))).isEqualTo("1 img");
  }

  @Test
  void marksStandInTheOrderOfTime() {
    assertThat(SHOP.marks())
        .extracting(PageWords::mark)
        .containsExactly("content loaded 496.5", "load 592.3");
    assertThat(SHOP.wholeNanos()).isEqualTo(694_300_000);
  }

  @Test
  void theFourHundredAndFourIsNoted() {
    assertThat(PageWords.note(SHOP.row(11))).contains("404");
    assertThat(PageWords.note(SHOP.row(0))).isEmpty();
  }

  @Test
  void linesGoFromGroupToGroupAndEndWithTheConnections() {
    PageView view = SHOP.view(PageChoice.STANDARD);
    assertThat(view.lines()).hasSize(2 + 15 + 1 + 3);
    assertThat(view.lines().getFirst()).isEqualTo(new PageLine.Group(0));
    assertThat(view.lines().get(13)).isEqualTo(new PageLine.Group(1));
    assertThat(view.line(12)).isEqualTo(OptionalInt.of(14));
    assertThat(view.lines().getLast()).isEqualTo(new PageLine.Lane(2));
  }

  @Test
  void aFoldedGroupKeepsItsHead() {
    PageView open = SHOP.view(PageChoice.STANDARD);
    PageView folded = open.folding(open.groups().getFirst().key(), true);
    assertThat(folded.lines()).hasSize(open.lines().size() - 12);
    assertThat(folded.line(0)).isEmpty();
    assertThat(folded.shown()).isEqualTo(15);
    assertThat(folded.folding(folded.groups().getFirst().key(), false).lines())
        .isEqualTo(open.lines());
    assertThat(open.folding(PageView.CONNECTIONS, true).lines().getLast())
        .isEqualTo(new PageLine.Connections());
  }

  @Test
  void byHostAndByConnectionHaveTheirOwnHeads() {
    assertThat(heads(SHOP.view(PageChoice.STANDARD.by(PageGrouping.HOST))))
        .hasSize(4)
        .first()
        .asString()
        .startsWith("www.shop.test: 11 requests · 1 connection");
    assertThat(heads(SHOP.view(PageChoice.STANDARD.by(PageGrouping.CONNECTION))))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("Connection 3 tag.metrics.example: 2 requests");
    assertThat(SHOP.view(PageChoice.STANDARD.by(PageGrouping.NONE)).lines().getFirst())
        .isEqualTo(new PageLine.Request(0));
  }

  @Test
  void aFilterLeavesItsGroupsWithTheirSums() {
    PageView view = SHOP.view(PageChoice.STANDARD.only(PageFilter.parse("css")));
    assertThat(heads(view))
        .containsExactly(
            "First party www.shop.test: 3 requests · 1 connection · 753 B · 3 trips, 2 on the"
                + " critical path");
    assertThat(view.line(0)).isEmpty();
  }

  @Test
  void rowsAreSortedWithinTheirGroups() {
    PageOrder longest = new PageOrder(PageColumn.TOTAL, true);
    PageView view = SHOP.view(PageChoice.STANDARD.by(PageGrouping.NONE).in(longest));
    assertThat(view.groups().getFirst().rows().subList(0, 4)).containsExactly(0, 13, 5, 7);
  }

  @Test
  void theOverviewHasAStripForEachRowOrForSeveral() {
    PageView view = SHOP.view(PageChoice.STANDARD);
    assertThat(view.overview(100)).hasSize(15);
    assertThat(view.overview(4).stream().flatMap(strip -> strip.rows().stream()))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
    assertThat(view.overview(4)).hasSize(4);
  }

  @Test
  void tenThousandRowsAreLaidOut() {
    Run run = big(10_000);
    PageWaterfall waterfall = waterfall(run);
    PageView view =
        waterfall.view(
            PageChoice.STANDARD
                .by(PageGrouping.HOST)
                .in(new PageOrder(PageColumn.TOTAL, true))
                .only(PageFilter.parse("trips>0 time>1")));
    assertThat(waterfall.rows()).hasSize(10_000);
    assertThat(view.shown()).isEqualTo(10_000);
    assertThat(view.groups()).hasSize(50);
    assertThat(view.folding(view.groups().getFirst().key(), true).choice().folded())
        .isEqualTo(Set.of(view.groups().getFirst().key()));
  }

  /// A page of so many requests to 50 hosts, each on the connection of its host.
  static Run big(int size) {
    MadePage page = new MadePage();
    page.document(100).on(1, false, "h2");
    for (int i = 1; i < size; i++) {
      int host = i % 50;
      page.askFor(
              (host == 0 ? "https://shop.test" : "https://h" + host + ".test") + "/" + i, 100 + i)
          .of(ResourceType.IMAGE)
          .by(Initiator.Type.PRELOAD_SCANNER, i % 7 == 0 ? Math.max(0, i - 7) : 0)
          .on(host + 1, i > 50, "h2")
          .took(Phase.BLOCKED, 3, 0)
          .took(Phase.WAIT, 40 + i % 13, 1)
          .took(Phase.RECEIVE, i % 5, 0);
    }
    return page.run();
  }
}
