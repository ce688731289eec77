package dev.lightfoot.app.ui.chart.bar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.app.ui.chart.bar.LightScaleLayout.Label;
import dev.lightfoot.app.ui.chart.bar.LightScaleLayout.Mark;
import dev.lightfoot.app.ui.chart.bar.LightScaleLayout.Place;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class LightScaleLayoutTest {
  private static final Place NEAR = new Place("100 km", 0.01);
  private static final Place TOKYO = new Place("Zürich to Tokyo: 9 580 km", 0.958);
  private static final Place NEW_YORK = new Place("Zürich to New York: 6 324 km", 0.6324);
  private static final Place HELSINKI = new Place("Zürich to Helsinki: 1 775 km", 0.1775);
  private static final List<Place> PLACES = List.of(NEAR, TOKYO, NEW_YORK, HELSINKI);
  private static final List<String> TICKS =
      List.of("0", "20", "40", "60", "80", "100 ms there and back");

  @Test
  void withRoomEveryPlaceIsNamed() {
    LightScaleLayout layout = layout(960, 14);
    assertThat(layout.labels()).extracting(Label::text).containsAll(texts(PLACES));
  }

  @Test
  void noTextLiesOnAnotherOrIsCrossedByAMarkAtAnyWidthAndSize() {
    for (int em = 10; em <= 64; em++) {
      for (int width = 60; width <= 1_400; width += 7) {
        LightScaleLayout layout = layout(width, em);
        apart(layout.labels(), width, em);
        crossed(layout, width, em);
        assertThat(layout.marks()).hasSize(PLACES.size());
        double gap = LightScaleLayout.GAP * em;
        apart(LightScaleLayout.ticks(width, gap, measure(em), TICKS), width, em);
      }
    }
  }

  @Test
  void whereRoomIsScarceTheLeastImportantTextIsLeftOutAndItsMarkStays() {
    LightScaleLayout layout = layout(430, 28);
    assertThat(layout.labels()).extracting(Label::text).contains(NEAR.text(), TOKYO.text());
    assertThat(layout.labels()).hasSizeLessThan(PLACES.size());
    assertThat(layout.marks()).extracting(Mark::row).contains(-1);
  }

  @Test
  void ofTheNumbersTheLastIsWholeAndThoseBesideItGiveWay() {
    assertThat(LightScaleLayout.ticks(960, 8, measure(14), TICKS)).hasSize(6);
    List<Label> narrow = LightScaleLayout.ticks(430, 17, measure(28), TICKS);
    assertThat(narrow.getLast())
        .isEqualTo(
            new Label(TICKS.getLast(), 0, 430 - measure(28).applyAsDouble(TICKS.getLast()), 430));
    assertThat(narrow).extracting(Label::text).doesNotContain("80", "60");
  }

  private static void apart(List<Label> labels, double width, int em) {
    for (int i = 0; i < labels.size(); i++) {
      Label one = labels.get(i);
      assertThat(one.left()).isGreaterThanOrEqualTo(0);
      assertThat(one.right()).isLessThanOrEqualTo(width);
      for (Label other : labels.subList(i + 1, labels.size())) {
        boolean apart =
            one.row() != other.row() || one.right() < other.left() || other.right() < one.left();
        assertThat(apart).as("%s and %s at %s, %d px", one, other, width, em).isTrue();
      }
    }
  }

  private static void crossed(LightScaleLayout layout, double width, int em) {
    for (Label label : layout.labels()) {
      for (Mark mark : layout.marks()) {
        boolean within = mark.x() > label.left() && mark.x() < label.right();
        assertThat(within && mark.row() >= label.row())
            .as("%s and %s at %s, %d px", label, mark, width, em)
            .isFalse();
      }
    }
  }

  private static LightScaleLayout layout(double width, int em) {
    return LightScaleLayout.of(width, em, measure(em), PLACES);
  }

  /// Characters of Inter are about half an em wide.
  private static ToDoubleFunction<String> measure(int em) {
    return text -> text.length() * 0.5 * em;
  }

  private static List<String> texts(List<Place> places) {
    return places.stream().map(Place::text).toList();
  }
}
