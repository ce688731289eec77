package dev.lightfoot.analysis.acknowledge;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Findings;
import dev.lightfoot.model.acknowledgement.Acknowledgement;
import dev.lightfoot.model.acknowledgement.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Findings, with those told apart that someone has acknowledged.
///
/// @param all as the rules gave them
/// @param open what stands: all but those that are acknowledged. A rule whose findings are all
///   acknowledged is in none of its lists
/// @param acknowledged what someone lives with, the worst first
/// @param returned what someone lived with until it grew or the day came; these stand again
public record Sifted(Findings all, Findings open, List<Known> acknowledged, List<Known> returned) {
  public Sifted {
    acknowledged = List.copyOf(acknowledged);
    returned = List.copyOf(returned);
  }

  /// A finding and what was said of it.
  public record Known(Finding finding, Acknowledgement acknowledgement) {
    private boolean holds(LocalDate today) {
      return acknowledgement.holds(today) && !acknowledgement.outgrown(finding.count());
    }
  }

  /// The findings of that day. One that several acknowledgements are about stands only where none
  /// of them holds.
  public static Sifted of(Findings all, List<Acknowledgement> given, LocalDate today) {
    List<Finding> open = new ArrayList<>();
    List<Known> acknowledged = new ArrayList<>();
    List<Known> returned = new ArrayList<>();
    for (Finding finding : all.list()) {
      List<Known> known =
          given.stream()
              .filter(each -> isMeant(each.target(), finding))
              .map(each -> new Known(finding, each))
              .toList();
      Optional<Known> holding = known.stream().filter(each -> each.holds(today)).findFirst();
      if (holding.isPresent()) {
        acknowledged.add(holding.get());
      } else {
        open.add(finding);
        known.stream().findFirst().ifPresent(returned::add);
      }
    }
    return new Sifted(
        all, new Findings(open, all.inOrder(), all.notApplicable()), acknowledged, returned);
  }

  private static boolean isMeant(Target target, Finding finding) {
    return switch (target) {
      case Target.OfFinding it -> it.fingerprint().equals(finding.fingerprint());
      case Target.OfRule it ->
          it.rule().equals(finding.rule().label()) && it.matches(finding.subject().route());
    };
  }
}
