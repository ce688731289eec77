package dev.lightfoot.analysis.cache;

import static dev.lightfoot.analysis.served.Answers.findings;
import static dev.lightfoot.analysis.served.Answers.judge;
import static dev.lightfoot.analysis.served.Answers.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.served.Recorded;
import dev.lightfoot.model.span.Evidence;
import java.util.List;
import org.junit.jupiter.api.Test;

class HiddenKeyTest {
  private static Recorded[] reading(int routes) {
    Recorded[] requests = new Recorded[6];
    for (int i = 0; i < 6; i++) {
      requests[i] =
          Recorded.request(i, "/page" + i % routes, 50)
              .cache("get", 3, "lightfoot.cache.key.hash", "00ff17ab3c4d", "cache.hit", "true");
    }
    return requests;
  }

  @Test
  void oneThatSeveralRoutesReadIsForAll() {
    List<Finding> found = findings(judge(new SameKeyEveryRequest(), reading(2)));

    assertThat(found)
        .extracting(Finding::traces, Finding::grade, each -> each.subject().text())
        .containsExactly(tuple(3, Evidence.INFERRED, "GET"), tuple(3, Evidence.INFERRED, "GET"));
  }

  @Test
  void eachProcessHashesOnItsOwn() {
    Recorded[] requests = new Recorded[12];
    for (int i = 0; i < 12; i++) {
      requests[i] =
          Recorded.request(i, "/page" + i % 3, 50)
              .having("process.pid", "4" + i % 2)
              .cache(
                  "get", 3, "lightfoot.cache.key.hash", "00ff17ab3c4" + i % 2, "cache.hit", "true");
    }

    assertThat(findings(judge(new SameKeyEveryRequest(), requests))).hasSize(3);
  }

  @Test
  void oneOfASingleRouteMayBeThatOfAThing() {
    assertThat(reason(judge(new SameKeyEveryRequest(), reading(1))))
        .isEqualTo(Reason.Kind.NOT_RECORDED);
  }
}
