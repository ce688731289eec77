package dev.lightfoot.probe.css;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.model.url.WebUrl;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is kept of a sheet that holds more than that.
final class CssLimitsTest {
  private static final WebUrl URL = WebUrl.of("https://site.test/a.css");

  private static StyleSheet read(String css) {
    return StyleSheetReader.read(css, URL, Screen.of(Viewport.DESKTOP), 1);
  }

  @Test
  void rulesBeyondTheLimitAreLeftOutAndTheSheetIsCut() {
    StyleSheet just = read("a{background:url(x)}".repeat(SheetContent.MAX_RULES - 1));
    assertThat(just.rules()).hasSize(SheetContent.MAX_RULES - 1);
    assertThat(just.cut()).isFalse();
    StyleSheet more = read("a{background:url(x)}".repeat(SheetContent.MAX_RULES + 1));
    assertThat(more.rules()).hasSize(SheetContent.MAX_RULES);
    assertThat(more.cut()).isTrue();
  }

  @Test
  void facesBeyondTheLimitAreLeftOutAndTheSheetIsCut() {
    String face = "@font-face{font-family:F;src:url(f)}";
    StyleSheet more = read(face.repeat(SheetContent.MAX_KEPT + 1));
    assertThat(more.faces()).hasSize(SheetContent.MAX_KEPT);
    assertThat(more.cut()).isTrue();
  }

  @Test
  void importsBeyondTheLimitAreLeftOutAndTheSheetIsCut() {
    StyleSheet more = read("@import 'a';".repeat(SheetContent.MAX_KEPT + 1));
    assertThat(more.imports()).hasSize(SheetContent.MAX_KEPT);
    assertThat(more.cut()).isTrue();
  }

  @Test
  void imagesOfAnimationsBeyondTheLimitAreLeftOutAndTheSheetIsCut() {
    String frames = "0%{background:url(x)}".repeat(SheetContent.MAX_KEPT + 1);
    StyleSheet more = read("@keyframes k{" + frames + "}");
    assertThat(more.loose()).hasSize(SheetContent.MAX_KEPT);
    assertThat(more.cut()).isTrue();
  }

  @Test
  void aSelectorThatIsTooLongMatchesNothingThatCanBeTold() {
    String just = "a".repeat(Nesting.MAX_SELECTOR);
    assertThat(read(just + "{background:url(x)}").rules().getFirst().selector()).contains(just);
    assertThat(read(just + "a{background:url(x)}").rules().getFirst().selector()).isEmpty();
  }

  @Test
  void rulesWithinRulesWhoseSelectorGrowsTooLongMatchNothingThatCanBeTold() {
    String half = "a".repeat(Nesting.MAX_SELECTOR / 2);
    StyleSheet sheet = read(half + "{" + half + "{background:url(x)}}");
    assertThat(sheet.rules().getFirst().selector()).isEmpty();
  }

  @Test
  void aSelectorOfMoreTokensThanAreKeptIsPassedOverAndWhatFollowsIsRead() {
    String endless = "a ".repeat(SheetParser.MAX_PRELUDE);
    StyleSheet sheet = read(endless + "{background:url(x)} b{background:url(y)}");
    assertThat(sheet.rules())
        .singleElement()
        .satisfies(rule -> assertThat(rule.selector()).contains("b"));
  }

  @Test
  void rangesOfCharactersBeyondTheLimitAreLeftOut() {
    String ranges = "U+41,".repeat(FontFaces.MAX_RANGES) + "U+42";
    StyleSheet sheet = read("@font-face{font-family:F;src:url(f);unicode-range:" + ranges + "}");
    assertThat(sheet.faces().getFirst().characters()).hasSize(FontFaces.MAX_RANGES);
  }

  @Test
  void variablesWithinVariablesArePutInToADepth() {
    String deepest = "--v" + (CssValues.MAX_VARIABLES - 1);
    assertThat(value("--v0", deepest)).contains("end");
    assertThat(value("--v0", "--v" + CssValues.MAX_VARIABLES)).isEmpty();
  }

  private static Optional<String> value(String first, String last) {
    return CssValues.substitute(
            "var(" + first + ")",
            name ->
                Optional.of(
                    name.equals(last)
                        ? "end"
                        : "var(--v" + (Integer.parseInt(name.substring(3)) + 1) + ")"))
        .map(String::strip);
  }

  @Test
  void aValueThatVariablesMakeTooLongIsNone() {
    String doubling = "var(--a) var(--a)";
    assertThat(
            CssValues.substitute(
                doubling, _ -> Optional.of("x".repeat(CssValues.MAX_VALUE / 2 - 8))))
        .isPresent();
    assertThat(CssValues.substitute(doubling, _ -> Optional.of("x".repeat(CssValues.MAX_VALUE))))
        .isEmpty();
  }

  @Test
  void leadingImportsEndAtARuleThatIsTooLong() {
    String just = "@import '" + "a".repeat(LeadingImports.MAX_RULE - 11) + "';";
    assertThat(new LeadingImports(URL, Screen.of(Viewport.DESKTOP), 1).next(just)).hasSize(1);
    String longer = "@import '" + "a".repeat(LeadingImports.MAX_RULE) + "';@import 'b';";
    assertThat(new LeadingImports(URL, Screen.of(Viewport.DESKTOP), 1).next(longer)).isEmpty();
  }
}
