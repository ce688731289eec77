package dev.lightfoot.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.golden.Golden;
import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Header;
import dev.lightfoot.model.RequestFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.Samples;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.report.redact.Redactor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TextReportTest {

  @Test
  void coldRunsAreToldAnswerFirst() throws IOException {
    Golden.check("report/cold.txt", report(Samples.shop()));
  }

  @Test
  void coldAndWarmStandSideBySide() throws IOException {
    Snapshot snapshot =
        Samples.snapshot(
            Samples.TARGET, Samples.cold(0), Samples.warm(182_000), Samples.warm(183_000));
    Golden.check("report/cold-and-warm.txt", report(snapshot));
  }

  @Test
  void everyHopOfARedirectIsShown() throws IOException {
    Golden.check(
        "report/redirected.txt",
        report(Samples.snapshot("http://shop.test/?token=t0psecret", Samples.redirected())));
  }

  @Test
  void aFailedCertificateShowsReasonRemedyAndWhatWasMeasured() throws IOException {
    Golden.check(
        "report/expired.txt",
        report(Samples.snapshot("https://expired.shop.test/", Samples.expired())));
  }

  @Test
  void aTunnelIsShownAsAHopOfItsOwnAndHostFactsFollow() throws IOException {
    Snapshot snapshot = Samples.withHosts(Samples.snapshot(Samples.TARGET, Samples.tunnelled()));
    Golden.check("report/tunnelled.txt", report(snapshot));
    assertThat(report(snapshot).lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void aHeadWhoseSizeIsNotKnownIsNotOfNoBytes() {
    Run run =
        Samples.run(
            RunState.COLD,
            Optional.empty(),
            Samples.coldExchange(0).request(RequestFacts.NONE).build());
    assertThat(report(Samples.snapshot(Samples.TARGET, run)))
        .contains("request headers ? (cookies 0 B)");
  }

  @Test
  void aNameThatDoesNotExistIsTold() throws IOException {
    Golden.check(
        "report/unresolved.txt",
        report(Samples.snapshot("https://nowhere.shop.test/", Samples.unresolved())));
  }

  @Test
  void tablesFitAHundredColumns() {
    List<Snapshot> all =
        List.of(
            Samples.shop(),
            Samples.snapshot("https://expired.shop.test/", Samples.expired()),
            Samples.snapshot("http://shop.test/", Samples.redirected()));
    assertThat(all).allSatisfy(s -> assertThat(report(s).lines()).allMatch(l -> l.length() <= 100));
  }

  @Test
  void aStrangersHeaderCannotSteerTheTerminal() {
    Run run =
        Samples.run(
            RunState.COLD,
            Optional.empty(),
            new ExchangeBuilder("https://x.test/", "GET")
                .request(
                    new RequestFacts(
                        1, 0, 0, List.of(new Header("x", "\u001b[31mred\u202e\r\nnext"))))
                .build());
    assertThat(report(Samples.snapshot("https://x.test/", run)))
        .contains("x  \ufffd[31mred\ufffd\ufffd\ufffdnext");
  }

  private static String report(Snapshot snapshot) {
    return TextReport.of(Redactor.redact(snapshot).snapshot(), OptionalInt.empty());
  }
}
