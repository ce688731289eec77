package dev.lightfoot.app.ui.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.Severity;
import dev.lightfoot.app.prediction.KeptPredictions;
import dev.lightfoot.app.ui.finding.whatif.WhatIfPorts;
import dev.lightfoot.app.ui.finding.whatif.WhatIfViewModel;
import dev.lightfoot.app.ui.testing.MemoryStore;
import dev.lightfoot.app.ui.testing.TestFindings;
import dev.lightfoot.app.ui.testing.TestShelf;
import dev.lightfoot.app.ui.testing.TestSnapshots;
import dev.lightfoot.app.ui.testing.TestStacks;
import dev.lightfoot.app.ui.workspace.Acknowledging;
import dev.lightfoot.app.ui.workspace.Screen;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.examining.Examining;
import dev.lightfoot.app.ui.workspace.examining.ExaminingPorts;
import dev.lightfoot.app.ui.workspace.log.LogShelf;
import dev.lightfoot.app.ui.workspace.setting.Settings;
import dev.lightfoot.store.AcknowledgementStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingsViewModelTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  private final Workspace workspace = new Workspace(Settings.DEFAULTS, Path.of("log"));
  private final LogShelf shelf = TestShelf.of(workspace);
  private LocalDate day = TODAY;

  @TempDir Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // before each test
  private FindingsViewModel model;

  @BeforeEach
  void build() {
    model = of(workspace);
  }

  private FindingsViewModel of(Workspace present) {
    Acknowledging acknowledging =
        new Acknowledging(
            new AcknowledgementStore(folder), () -> day, present, Runnable::run, Runnable::run);
    acknowledging.refresh();
    Examining examining =
        new Examining(
            new ExaminingPorts(TestFindings.examiner(), Runnable::run, Runnable::run, (_, _) -> {}),
            present,
            shelf);
    return new FindingsViewModel(
        examining,
        acknowledging,
        present,
        new EvidenceLeads(present, shelf),
        new WhatIfViewModel(
            new WhatIfPorts(
                new KeptPredictions(folder, new MemoryStore()),
                Runnable::run,
                Runnable::run,
                Runnable::run,
                (_, _) -> {}),
            present),
        Runnable::run,
        Runnable::run);
  }

  @Test
  void theAnswerNamesTheLargestSavingOfTheWhole() {
    workspace.show(TestStacks.measured());
    assertThat(FindingsSentences.answer(reading(), model.unacknowledged()))
        .isEqualTo(
            "7 findings. The largest alone saves 49 trips and about 142\u00a0ms\u00a0of 317.5.");
    assertThat(FindingsSentences.caption(reading()))
        .isEqualTo(
            "7 findings; 3 rules in order; 49 not applicable."
                + " Savings overlap: do not add them up.");
  }

  @Test
  void theWorstStandsFirstAndIsSelected() {
    workspace.show(TestStacks.measured());
    assertThat(model.listed().getFirst().finding().rule()).isEqualTo(Rule.REPEATED_QUERY);
    assertThat(model.selectedProperty().get()).isEqualTo(model.listed().getFirst());
  }

  @Test
  void highAndMediumOnesAreToBeLookedAtFirst() {
    workspace.show(TestStacks.measured());
    assertThat(model.urgentProperty().get()).isEqualTo(4);
  }

  @Test
  void everyRuleIsInOneOfTheLists() {
    workspace.show(TestStacks.measured());
    long found = reading().rows().stream().map(row -> row.finding().rule()).distinct().count();
    assertThat(found + reading().inOrder().size() + reading().notApplicable().size())
        .isEqualTo(Rule.values().length);
    assertThat(reading().notApplicable()).noneMatch(each -> each.reason().isEmpty());
  }

  @Test
  void filtersAdmitByPrincipleSeverityAndText() {
    workspace.show(TestStacks.measured());
    filter(FindingFilter.ALL.of(Optional.of(Principle.OVERLAP)));
    assertThat(model.listed()).hasSize(2);
    filter(FindingFilter.ALL.atSeverity(Optional.of(Severity.HIGH)));
    assertThat(model.listed()).hasSize(2);
    filter(FindingFilter.ALL.mentioning(" SHOP_supplier "));
    assertThat(model.listed()).hasSize(1);
    assertThat(model.count(Optional.of(Principle.OVERLAP))).isEqualTo(2);
  }

  @Test
  void anotherScreenLeadsToAFindingThatTheFilterHides() {
    workspace.show(TestStacks.measured());
    FindingRow worst = model.listed().getFirst();
    filter(FindingFilter.ALL.mentioning("favicon"));
    model.examining().show(worst.finding());
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.FINDINGS);
    assertThat(model.selectedProperty().get()).isEqualTo(worst);
  }

  @Test
  void whatIsAcknowledgedIsListedApartAlsoAfterARestart() {
    workspace.show(TestStacks.measured());
    model.acknowledge(model.listed().getFirst(), " known ", Optional.empty());
    assertThat(model.listed()).hasSize(6);
    assertThat(model.acknowledged()).hasSize(1);
    assertThat(model.urgentProperty().get()).isEqualTo(3);
    Workspace later = new Workspace(Settings.DEFAULTS, Path.of("log"));
    FindingsViewModel reopened = of(later);
    later.show(TestStacks.measured());
    assertThat(reopened.acknowledged()).hasSize(1);
    assertThat(reopened.acknowledgedAs(reopened.acknowledged().getFirst()).orElseThrow().reason())
        .isEqualTo("known");
  }

  @Test
  void itStandsAgainWhenTheDayIsOver() {
    workspace.show(TestStacks.measured());
    model.acknowledge(model.listed().getFirst(), "known", Optional.of(TODAY));
    day = TODAY.plusDays(1);
    workspace.show(TestSnapshots.sample());
    assertThat(model.listed()).hasSize(7);
    assertThat(model.returnedFrom(model.listed().getFirst())).isPresent();
  }

  @Test
  void acknowledgingIsUndoneAndWithdrawn() {
    workspace.show(TestStacks.measured());
    model.acknowledge(model.listed().getFirst(), "known", Optional.empty());
    workspace.undo();
    assertThat(model.acknowledged()).isEmpty();
    model.acknowledge(model.listed().getFirst(), "known", Optional.empty());
    model.withdraw(model.acknowledged().getFirst());
    assertThat(model.listed()).hasSize(7);
    workspace.undo();
    assertThat(model.acknowledged()).hasSize(1);
  }

  @Test
  void aSpanOfLogsOpensInItsTraceWithThatSpan() throws IOException {
    shelf.add(List.of(TestStacks.write(folder)));
    FindingRow.Evidence first = model.listed().getFirst().evidence().get(2);
    assertThat(model.place(first)).isEqualTo("Trace");
    model.open(first);
    assertThat(workspace.screenProperty().get()).isEqualTo(Screen.TRACE);
    assertThat(Objects.requireNonNull(workspace.traceProperty().get()).spanId()).isPresent();
  }

  @Test
  void aRequestOpensInProbe() {
    workspace.show(TestStacks.measured());
    FindingRow.Evidence first = model.listed().get(2).evidence().getFirst();
    assertThat(model.place(first)).isEqualTo("Probe");
    model.open(first);
    assertThat(workspace.pointedProperty().get()).isEqualTo(first.proof());
  }

  @Test
  void aFindingAsTextHasAllOfIt() throws IOException {
    shelf.add(List.of(TestStacks.write(folder)));
    FindingRow row = model.listed().getFirst();
    assertThat(FindingsSentences.text(row))
        .contains(row.title(), row.where(), "49 trips", "shop_supplier", row.remedy().elsewhere());
  }

  private void filter(FindingFilter wanted) {
    model.filterProperty().set(wanted);
  }

  private FindingsReading reading() {
    return Objects.requireNonNull(model.readingProperty().get());
  }
}
