package dev.lightfoot.app.ui.finding;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.analysis.finding.Principle;
import dev.lightfoot.app.ui.finding.whatif.WhatIfViewModel;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.Acknowledging;
import dev.lightfoot.app.ui.workspace.Notice;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.examining.Examined;
import dev.lightfoot.app.ui.workspace.examining.Examining;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The findings screen without its looks: what the rules found, which of it is listed, selected and
/// acknowledged. Used by the window's thread; words are made by `jobs`.
public final class FindingsViewModel {
  private static final Logger LOG = Logger.getLogger(FindingsViewModel.class.getName());

  private final Examining examining;
  private final Acknowledging acknowledging;
  private final Workspace workspace;
  private final EvidenceLeads leads;
  private final WhatIfViewModel whatIf;
  private final Executor ui;
  private final Executor jobs;
  private final ReadOnlyObjectWrapper<@Nullable FindingsReading> reading =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<FindingFilter> filter =
      new SimpleObjectProperty<>(FindingFilter.ALL);
  private final ObservableList<FindingRow> listed = FXCollections.observableArrayList();
  private final ObservableList<FindingRow> acknowledged = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable FindingRow> selected =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper urgent = new ReadOnlyIntegerWrapper();
  private Map<String, Acknowledgement> known = Map.of();
  private Map<String, Acknowledgement> returned = Map.of();
  private int turn;

  public FindingsViewModel(
      Examining examining,
      Acknowledging acknowledging,
      Workspace workspace,
      EvidenceLeads leads,
      WhatIfViewModel whatIf,
      Executor ui,
      Executor jobs) {
    this.examining = examining;
    this.acknowledging = acknowledging;
    this.workspace = workspace;
    this.leads = leads;
    this.whatIf = whatIf;
    this.ui = ui;
    this.jobs = jobs;
    examining.examinedProperty().subscribe(this::read);
    acknowledging.keptProperty().subscribe(this::list);
    filter.subscribe(_ -> list());
    examining.wantedProperty().subscribe(_ -> lead());
  }

  private void read(@Nullable Examined examined) {
    int mine = ++turn;
    if (examined == null) {
      show(null);
      return;
    }
    jobs.execute(
        () -> {
          try {
            FindingsReading made = FindingsReading.of(examined);
            ui.execute(
                () -> {
                  if (mine == turn) {
                    show(made);
                  }
                });
          } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "the findings have no words", e);
            String text = Words.text("notice.fault", "LF-FAULT", workspace.logFile().toString());
            ui.execute(() -> workspace.tell(Notice.bad(text)));
          }
        });
  }

  private void show(@Nullable FindingsReading made) {
    reading.set(made);
    whatIf.of(made == null ? null : made.whatIf().orElse(null), made != null);
    list();
    lead();
  }

  private void list() {
    List<FindingRow> all = rows();
    sift();
    FindingRow before = selected.get();
    listed.setAll(
        all.stream()
            .filter(row -> acknowledgedAs(row).isEmpty() && filter.get().admits(row))
            .toList());
    urgent.set((int) unacknowledged().stream().filter(FindingRow::isUrgent).count());
    acknowledged.setAll(all.stream().filter(row -> acknowledgedAs(row).isPresent()).toList());
    select(
        all.stream()
            .filter(row -> before != null && row.fingerprint().equals(before.fingerprint()))
            .filter(row -> listed.contains(row) || acknowledged.contains(row))
            .findFirst()
            .or(() -> listed.stream().findFirst())
            .orElse(null));
  }

  private void sift() {
    FindingsReading made = reading.get();
    Sifted sifted = acknowledging.sift(made == null ? Findings.NONE : made.examined().findings());
    known = byFingerprint(sifted.acknowledged());
    returned = byFingerprint(sifted.returned());
  }

  private static Map<String, Acknowledgement> byFingerprint(List<Sifted.Known> some) {
    return some.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                each -> each.finding().fingerprint(),
                Sifted.Known::acknowledgement,
                (first, _) -> first));
  }

  private List<FindingRow> rows() {
    FindingsReading made = reading.get();
    return made == null ? List.of() : made.rows();
  }

  /// Selects the finding that another screen leads to; a filter that hides it is cleared.
  private void lead() {
    String wanted = examining.wantedProperty().get();
    Optional<FindingRow> found =
        rows().stream().filter(row -> row.fingerprint().equals(wanted)).findFirst();
    if (found.isPresent()) {
      if (!filter.get().admits(found.get())) {
        filter.set(FindingFilter.ALL);
      }
      select(found.get());
    }
  }

  /// What was examined, in words; null before anything was.
  ReadOnlyObjectProperty<@Nullable FindingsReading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// What the changes bring that are switched on.
  WhatIfViewModel whatIf() {
    return whatIf;
  }

  /// Switches the changes of a finding on or off, where what-if knows any.
  void toggle(FindingRow row) {
    if (!row.changes().isEmpty()) {
      whatIf.toggle(row.changes());
    }
  }

  /// What is examined.
  Examining examining() {
    return examining;
  }

  /// Whether the rules have been asked for longer than a person waits without a word.
  ReadOnlyBooleanProperty slowProperty() {
    return examining.slowProperty();
  }

  ObjectProperty<FindingFilter> filterProperty() {
    return filter;
  }

  /// Findings that are not acknowledged and that the filter admits, the worst first.
  ObservableList<FindingRow> listed() {
    return listed;
  }

  /// Findings that are acknowledged.
  ObservableList<FindingRow> acknowledged() {
    return acknowledged;
  }

  /// All findings that are not acknowledged, whatever the filter admits.
  List<FindingRow> unacknowledged() {
    return rows().stream().filter(row -> acknowledgedAs(row).isEmpty()).toList();
  }

  /// How many of them go by that principle; all of them where it is empty.
  long count(Optional<Principle> principle) {
    return unacknowledged().stream()
        .filter(row -> principle.isEmpty() || principle.equals(row.finding().rule().principle()))
        .count();
  }

  /// How many findings of high or medium severity are not acknowledged.
  public ReadOnlyIntegerProperty urgentProperty() {
    return urgent.getReadOnlyProperty();
  }

  /// The finding whose details are shown; null for none.
  ReadOnlyObjectProperty<@Nullable FindingRow> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  void select(@Nullable FindingRow row) {
    selected.set(row);
  }

  /// Opens what shows a finding where it is.
  void open(FindingRow.Evidence evidence) {
    FindingsReading shown = reading.get();
    if (shown != null) {
      leads.open(evidence.proof(), shown.examined());
    }
  }

  /// Where it would be opened.
  String place(FindingRow.Evidence evidence) {
    FindingsReading shown = reading.get();
    return shown == null ? "" : leads.place(evidence.proof(), shown.examined());
  }

  /// What was said of a finding that someone lives with; empty where it stands.
  Optional<Acknowledgement> acknowledgedAs(FindingRow row) {
    return Optional.ofNullable(known.get(row.fingerprint()));
  }

  /// What was said of a finding that stands again: it has grown, or the day has come.
  Optional<Acknowledgement> returnedFrom(FindingRow row) {
    return Optional.ofNullable(returned.get(row.fingerprint()));
  }

  /// Takes note of a finding: it is folded away until that day, or until it has grown.
  ///
  /// @param until the last day; empty for good
  void acknowledge(FindingRow row, String reason, Optional<LocalDate> until) {
    Finding finding = row.finding();
    String about = finding.rule().label() + ", " + row.where();
    acknowledging.acknowledge(finding, about, reason.strip(), until);
    workspace.undoable(
        () -> acknowledging.withdraw(new Target.OfFinding(finding.fingerprint(), about)));
    workspace.say(Words.text("findings.status.acknowledged", row.title()));
  }

  /// Lists it again, and all others of which the same was said.
  void withdraw(FindingRow row) {
    acknowledgedAs(row)
        .ifPresent(
            said -> {
              acknowledging.withdraw(said.target());
              workspace.undoable(() -> acknowledging.add(said));
              workspace.say(Words.text("findings.status.withdrawn", row.title()));
            });
  }
}
