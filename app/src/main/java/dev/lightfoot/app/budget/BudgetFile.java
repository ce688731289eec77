package dev.lightfoot.app.budget;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.codec.budget.BudgetCodec;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A budget file and the baselines that its limits name.
///
/// @param path as it was given
public record BudgetFile(Path path, Budget budget) {

  /// Reads one baseline.
  ///
  /// @param <X> what is thrown where it cannot be
  @FunctionalInterface
  public interface Baselines<X extends Exception> {
    /// The baseline of that name.
    ///
    /// @param name as the budget has it: of a saved snapshot where it is of no file
    /// @param beside the file of that name beside the budget; empty where there is none
    Snapshot read(String name, Optional<Path> beside) throws X;
  }

  /// Reads the file, without its baselines.
  ///
  /// @throws LocatedFormatException where it is no budget that can be checked
  /// @throws IOException where it cannot be read
  public static BudgetFile read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      Budget budget = BudgetCodec.decode(in.readNBytes(BudgetCodec.MAX_BYTES + 1));
      refuseUnknownRules(budget);
      return new BudgetFile(path, budget);
    }
  }

  private static void refuseUnknownRules(Budget budget) throws LocatedFormatException {
    for (Limit limit : budget.limits()) {
      if (limit.quantity() instanceof Quantity.Finding(String rule)
          && Rule.ofLabel(rule).isEmpty()) {
        throw new LocatedFormatException(
            limit.line(), "", "there is no rule \"" + rule + "\"; lightfoot findings names all.");
      }
    }
  }

  /// Whether a limit is about findings.
  public boolean asksForFindings() {
    return budget.limits().stream().anyMatch(each -> each.quantity() instanceof Quantity.Finding);
  }

  /// The snapshots that limits compare with, by their names in the budget.
  public <X extends Exception> Map<String, Snapshot> baselines(Baselines<X> from) throws X {
    Map<String, Snapshot> found = new HashMap<>();
    for (String name : budget.baselines()) {
      found.put(name, from.read(name, beside(name)));
    }
    return found;
  }

  /// The files that it is read from: itself, and baselines beside it; of other baselines the names.
  public List<String> files() {
    return Stream.concat(
            Stream.of(path.toString()),
            budget.baselines().stream().map(name -> beside(name).map(Path::toString).orElse(name)))
        .toList();
  }

  private Optional<Path> beside(String name) {
    try {
      return Optional.of(path.toAbsolutePath().resolveSibling(name)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
