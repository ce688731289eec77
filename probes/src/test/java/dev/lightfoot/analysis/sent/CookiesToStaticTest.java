package dev.lightfoot.analysis.sent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.catalogue.JudgedRuns;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.model.MadePage;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CookiesToStaticTest {
  private static final Rule RULE = Rule.COOKIES_TO_STATIC;

  private static Run page(int files, String protocol, long head, long cookies) {
    MadePage page = new MadePage();
    page.document(100);
    for (int i = 0; i < files; i++) {
      page.ask("/" + i + ".png", 110)
          .on(1, true, protocol, 20)
          .until(150)
          .answered(200, 900)
          .builder()
          .request(new RequestFacts(head, cookies, 0, List.of()));
    }
    return page.loaded(150).run();
  }

  @Test
  void cookiesThatGoToFilesAreAddedUp() {
    Finding found = JudgedRuns.one(RULE, page(3, "http/1.1", 800, 500));
    assertThat(found.count()).isEqualTo(3);
    assertThat(found.saving()).contains(JudgedRuns.saving(0, 0, 0, 12));
  }

  @Test
  void twoFilesAreFew() {
    assertThat(JudgedRuns.by(RULE, page(2, "http/1.1", 900, 800))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void shortCookiesAreInOrder() {
    assertThat(JudgedRuns.by(RULE, page(3, "http/1.1", 600, 400))).isEqualTo(RuleAnswer.IN_ORDER);
  }

  @Test
  void http2SendsAnIndexInPlaceOfTheSameCookie() {
    assertThat(JudgedRuns.by(RULE, page(3, "h2", 60, 500))).isEqualTo(RuleAnswer.IN_ORDER);
    assertThat(JudgedRuns.all(RULE, page(3, "h2", 600, 500))).hasSize(1);
  }

  @Test
  void whatHttp2SentIsNotKnownFromAFileWithoutSizes() {
    assertThat(JudgedRuns.by(RULE, page(3, "h2", 0, 500)))
        .isEqualTo(JudgedRuns.not(Reason.Kind.NOT_RECORDED));
  }
}
