package dev.lightfoot.app.ui.history.schedule;

import dev.lightfoot.analysis.acknowledge.Sifted;
import dev.lightfoot.analysis.budget.BudgetCheck;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.analysis.catalogue.Examination;
import dev.lightfoot.analysis.compare.CompareChoice;
import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.codec.budget.BudgetCodec;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.codec.snapshot.SnapshotCodec;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.report.budget.CheckedBudget;
import dev.lightfoot.report.redact.Redactor;
import dev.lightfoot.store.AcknowledgementStore;
import dev.lightfoot.store.EarlierSessions;
import dev.lightfoot.store.StoredSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Budget files as `lightfoot check` reads them, with baselines that lie beside them.
///
/// @param acknowledgements findings that are lived with
/// @param today the day, where the person is
public record FileBudgets(AcknowledgementStore acknowledgements, Supplier<LocalDate> today)
    implements BudgetGuard {
  @Override
  public void look(Path budget) throws IOException {
    baselines(budget, read(budget));
  }

  @Override
  public List<Broken> broken(Path file, Snapshot snapshot, List<StoredSnapshot> kept)
      throws IOException {
    Budget budget = read(file);
    List<Acknowledgement> acknowledged = acknowledgements.all();
    CheckedBudget checked =
        CheckedBudget.of(
            Redactor.redact(snapshot.target()),
            file.toString(),
            BudgetCheck.of(
                budget,
                snapshot,
                baselines(file, budget),
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

  private static Budget read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return BudgetCodec.decode(in.readNBytes(BudgetCodec.MAX_BYTES + 1));
    } catch (LocatedFormatException e) {
      throw new IOException(
          Words.text("schedule.budget.bad", file.toString(), String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw new IOException(Words.text("schedule.budget.none", file.toString()), e);
    }
  }

  private static Map<String, Snapshot> baselines(Path file, Budget budget) throws IOException {
    Map<String, Snapshot> found = new HashMap<>();
    for (String name : budget.baselines()) {
      try {
        byte[] bytes = Files.readAllBytes(file.toAbsolutePath().resolveSibling(name));
        found.put(name, SnapshotCodec.decode(bytes));
      } catch (IOException | IllegalArgumentException e) {
        throw new IOException(Words.text("schedule.budget.baseline", file.toString(), name), e);
      }
    }
    return found;
  }
}
