package dev.lightfoot.report.budget;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.budget.LimitResult;
import dev.lightfoot.analysis.budget.LimitVerdict;
import dev.lightfoot.report.words.Numbers;
import java.util.List;
import java.util.Optional;

/// A budget that was checked, in words: what every report of it is made of.
///
/// @param subject the target or snapshot that was held against it, without secrets
/// @param file the budget, as it was named
/// @param lines the limits in the order of the budget
public record CheckedBudget(String subject, String file, List<Line> lines) {
  public CheckedBudget {
    lines = List.copyOf(lines);
  }

  /// One limit in words.
  ///
  /// @param name what is limited
  /// @param allowed how much there may be
  /// @param measured how much there is
  /// @param range between which it lies, and of how many runs; empty where nothing was measured
  /// @param reason why it stands as it does; empty where it is kept and nothing has to be said
  /// @param warning what makes it of little use
  public record Line(
      LimitResult result,
      String name,
      String allowed,
      String measured,
      String range,
      Optional<String> reason,
      Optional<String> warning) {
    /// Name and what is allowed.
    public String title() {
      return name + ": " + allowed;
    }

    /// What was measured, with its range: `412.3 ms (395.0 ms to 430.1 ms, 20 runs)`.
    public String full() {
      return range.isEmpty() ? measured : measured + " (" + range + ")";
    }

    LimitVerdict verdict() {
      return result.verdict();
    }
  }

  /// The words for these results.
  public static CheckedBudget of(String subject, String file, List<LimitResult> results) {
    return new CheckedBudget(subject, file, results.stream().map(CheckedBudget::line).toList());
  }

  private static Line line(LimitResult result) {
    return new Line(
        result,
        Numbers.plain(LimitWords.name(result.limit())),
        Numbers.plain(LimitWords.allowed(result.limit())),
        Numbers.plain(LimitWords.measured(result)),
        Numbers.plain(LimitWords.range(result)),
        Reasons.of(result).map(Numbers::plain),
        Reasons.warning(result).map(Numbers::plain));
  }

  /// How many limits stand so.
  public int number(LimitVerdict verdict) {
    return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
  }

  /// The answer: how many are broken, kept, and could not be measured.
  public String answer() {
    String all = Numbers.count(lines.size());
    int broken = number(LimitVerdict.BROKEN);
    int kept = number(LimitVerdict.KEPT);
    if (broken + kept == 0) {
      return count("budget.nothing", lines.size());
    }
    int open = number(LimitVerdict.UNMEASURABLE);
    String first =
        broken > 0
            ? count("budget.broken", broken, all)
            : open == 0 ? count("budget.kept.all", kept) : count("budget.kept.some", kept, all);
    return open == 0 ? first : first + " " + count("budget.unmeasured", open);
  }

  /// What was held against what.
  public String caption() {
    return say("budget.caption", subject, file);
  }
}
