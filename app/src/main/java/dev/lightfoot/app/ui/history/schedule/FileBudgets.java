package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.budget.BudgetCheck;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.app.budget.BudgetFile;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.app.ui.workspace.SnapshotFiles;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.report.budget.CheckedBudget;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.AcknowledgementStore;
import dev.lightfoot.store.EarlierSessions;
import dev.lightfoot.store.SnapshotReference;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Budget files as `lightfoot check` reads them, with baselines that lie beside them or are saved.
///
/// @param files reads baselines
/// @param acknowledgements findings that are lived with
/// @param today the day, where the person is
public record FileBudgets(
    SnapshotFiles files, AcknowledgementStore acknowledgements, Supplier<LocalDate> today)
    implements BudgetGuard {
  @Override
  public void look(Path budget, List<StoredSnapshot> kept) throws IOException {
    baselines(read(budget), kept);
  }

  @Override
  public List<Broken> broken(Path file, Snapshot snapshot, List<StoredSnapshot> kept)
      throws IOException {
    BudgetFile budget = read(file);
    List<Acknowledgement> acknowledged = acknowledgements.all();
    CheckedBudget checked =
        CheckedBudget.of(
            Redactor.redact(snapshot.target()),
            file.toString(),
            BudgetCheck.of(
                budget.budget(),
                snapshot,
                baselines(budget, kept),
                (baseline, it) -> compared(baseline, it, kept),
                it -> Sifted.of(Examination.of(it), acknowledged, today.get())));
    return checked.lines().stream()
        .filter(line -> line.result().verdict() == LimitVerdict.BROKEN)
        .map(line -> new Broken(line.title(), line.full()))
        .toList();
  }

  private static Comparison compared(Snapshot a, Snapshot b, List<StoredSnapshot> kept) {
    List<Long> earlier = EarlierSessions.medians(List.of(a, b), Optional.empty(), kept);
    return Comparison.of(a, b, CompareChoice.DEFAULT.after(earlier));
  }

  private static BudgetFile read(Path file) throws IOException {
    try {
      return BudgetFile.read(file);
    } catch (LocatedFormatException e) {
      throw new IOException(
          Words.text("schedule.budget.bad", file.toString(), String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new IOException(Words.text("schedule.budget.none", file.toString()), e);
    }
  }

  private Map<String, Snapshot> baselines(BudgetFile budget, List<StoredSnapshot> kept)
      throws IOException {
    return budget.<IOException>baselines(
        (name, beside) -> {
          try {
            return files.read(beside.orElseGet(() -> saved(name, kept)));
          } catch (IOException | InvalidPathException e) {
            throw new IOException(
                Words.text("schedule.budget.baseline", budget.path().toString(), name), e);
          }
        });
  }

  /// The file of the saved snapshot of that name; where there is none, or more than one, a file
  /// that is not there.
  private static Path saved(String name, List<StoredSnapshot> kept) {
    List<StoredSnapshot> named = SnapshotReference.search(kept, name);
    return named.size() == 1 ? named.getFirst().path() : Path.of(name).toAbsolutePath();
  }
}
