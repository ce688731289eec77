package dev.lightfoot.report.budget;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.budget.Measured;
import dev.lightfoot.analysis.budget.Proposal;
import dev.lightfoot.analysis.budget.Proposal.Proposed;
import dev.lightfoot.model.budget.Budget;
import dev.lightfoot.model.budget.Limit;
import dev.lightfoot.model.budget.Quantity;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A proposed budget, each limit with its headroom written beside it.
public final class ProposalWords {
  private ProposalWords() {}

  /// The budget with its notes.
  public static Budget budget(Proposal proposal) {
    return new Budget(proposal.limits().stream().map(ProposalWords::noted).toList());
  }

  private static Limit noted(Proposed proposed) {
    Limit limit = proposed.limit();
    return new Limit(
        limit.quantity(),
        limit.narrowing(),
        limit.allowance(),
        Optional.of(Numbers.plain(note(proposed))),
        limit.line());
  }

  private static String note(Proposed proposed) {
    Quantity quantity = proposed.limit().quantity();
    Measured it = proposed.measured();
    String runs = count("budget.runs", it.runs());
    String value = LimitWords.amount(quantity, it.value());
    String low = LimitWords.amount(quantity, it.low());
    String high = LimitWords.amount(quantity, it.high());
    String headroom = LimitWords.amount(quantity, proposed.headroom());
    String share = Numbers.percent(proposed.headroom(), it.value());
    return switch (quantity) {
      case Quantity.Time _ -> say("budget.proposal.time", value, low, high, runs, headroom, share);
      case Quantity.Bytes _ -> say("budget.proposal.bytes", low, high, runs, headroom, share);
      case Quantity.Trips _, Quantity.Requests _, Quantity.Finding _ ->
          it.low() == it.high()
              ? say("budget.proposal.exact", value, runs)
              : say("budget.proposal.varied", low, high, runs);
    };
  }

  /// What makes the proposal of less use than it could be.
  public static List<String> warnings(Proposal proposal) {
    List<String> warnings = new ArrayList<>();
    for (Proposed each : proposal.limits()) {
      Quantity quantity = each.limit().quantity();
      Measured it = each.measured();
      boolean exact = quantity instanceof Quantity.Trips || quantity instanceof Quantity.Requests;
      if (exact && it.low() != it.high()) {
        String low = LimitWords.amount(quantity, it.low());
        String high = LimitWords.amount(quantity, it.high());
        warnings.add(say("budget.proposal.varies", LimitWords.name(each.limit()), low, high));
      }
      if (each.isWide()) {
        String share = Numbers.percent(each.headroom(), it.value());
        warnings.add(say("budget.proposal.wide", LimitWords.name(each.limit()), share));
      }
    }
    proposal
        .timeNeeds()
        .ifPresent(
            needs ->
                warnings.add(
                    say(
                        "budget.proposal.tooFew",
                        count("budget.runs", proposal.runs()),
                        Integer.toString(needs))));
    if (!proposal.layers()) {
      warnings.add(say("budget.proposal.noLayers"));
    }
    return warnings.stream().map(Numbers::plain).toList();
  }
}
