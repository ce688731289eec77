package dev.lightfoot.app.cli.budget;

import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.given.GivenSnapshot;
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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A budget file and the baselines that its limits name.
///
/// @param path as it was given
record BudgetFile(Path path, Budget budget) {

  static BudgetFile read(Path path) throws Refusal {
    try (InputStream in = Files.newInputStream(path)) {
      BudgetFile file =
          new BudgetFile(path, BudgetCodec.decode(in.readNBytes(BudgetCodec.MAX_BYTES + 1)));
      file.refuseUnknownRules();
      return file;
    } catch (LocatedFormatException e) {
      throw new Refusal(path + " is no budget that can be checked. " + e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new Refusal(
          "There is no file "
              + path
              + ". lightfoot budget init SNAPSHOT --out "
              + path
              + " makes one.",
          e);
    } catch (IOException e) {
      throw new Refusal(path + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// Whether a limit is about findings.
  boolean asksForFindings() {
    return budget.limits().stream().anyMatch(each -> each.quantity() instanceof Quantity.Finding);
  }

  private void refuseUnknownRules() throws Refusal {
    for (Limit limit : budget.limits()) {
      if (limit.quantity() instanceof Quantity.Finding(String rule)
          && Rule.ofLabel(rule).isEmpty()) {
        throw new Refusal(
            path
                + " is no budget that can be checked. Line "
                + limit.line()
                + ": there is no rule \""
                + rule
                + "\"; lightfoot findings names all.");
      }
    }
  }

  /// The snapshots that limits compare with: files beside the budget, or saved ones.
  Map<String, Snapshot> baselines(GivenSnapshot snapshots) throws Refusal {
    Map<String, Snapshot> found = new HashMap<>();
    for (String name : budget.baselines()) {
      try {
        found.put(name, snapshots.require(beside(name)));
      } catch (Refusal e) {
        throw new Refusal(path + ": the baseline \"" + name + "\": " + e.getMessage(), e);
      }
    }
    return found;
  }

  /// The files that it is read from: itself, and baselines beside it.
  List<String> files() {
    return Stream.concat(Stream.of(path.toString()), budget.baselines().stream().map(this::beside))
        .toList();
  }

  private String beside(String name) {
    try {
      Path file = path.toAbsolutePath().resolveSibling(name);
      return Files.isRegularFile(file) ? file.toString() : name;
    } catch (InvalidPathException e) {
      return name;
    }
  }
}
