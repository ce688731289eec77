package dev.lightfoot.app.cli.budget;

import dev.lightfoot.app.budget.BudgetFile;
import dev.lightfoot.app.cli.console.Refusal;
import dev.lightfoot.app.cli.given.GivenSnapshot;
import dev.lightfoot.codec.located.LocatedFormatException;
import dev.lightfoot.model.Snapshot;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/// Reads a budget that was given on the command line, and refuses one that cannot be checked.
final class GivenBudget {
  private GivenBudget() {}

  static BudgetFile read(Path path) throws Refusal {
    try {
      return BudgetFile.read(path);
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

  /// The snapshots that limits compare with: files beside the budget, or saved ones.
  static Map<String, Snapshot> baselines(BudgetFile file, GivenSnapshot snapshots) throws Refusal {
    return file.<Refusal>baselines(
        (name, beside) -> {
          try {
            return snapshots.require(beside.map(Path::toString).orElse(name));
          } catch (Refusal e) {
            throw new Refusal(
                file.path() + ": the baseline \"" + name + "\": " + e.getMessage(), e);
          }
        });
  }
}
