package dev.lightfoot.report.headline;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.bill.BillLine;
import dev.lightfoot.analysis.bill.RunBill;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.stack.LayerTotal;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.layout.WaitTenths;
import dev.lightfoot.report.words.NotMatched;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.Sentences;
import java.util.List;
import java.util.Optional;

/// The first sentence of a stack: how much of the wait is the server's, and which of its trips cost
/// most of it, as the bill has them.
///
/// @param bill of the same run
/// @param shown what the run waited, as it is shown
public record StackHeadline(Stack stack, RunBill bill, WaitTenths shown) {

  /// The answer, and which log could not be matched.
  public String first(List<JoinRemark> remarks) {
    Optional<String> missing = NotMatched.of(remarks);
    if (missing.isPresent() && !stack.joined()) {
      return say("stack.verdict.closed", Numbers.durationOfTenths(shown.waited()))
          + " "
          + missing.get();
    }
    return first() + missing.map(text -> " " + text).orElse("");
  }

  private String first() {
    String wait = Numbers.durationOfTenths(shown.waited());
    if (!stack.joined()) {
      return say("stack.verdict.unopened", wait);
    }
    String tenths = Numbers.ofTenths(shown.server());
    String server = shown.bounded() ? say("atMost", tenths) : tenths;
    return stack.layers().stream()
        .filter(layer -> waitedTrips(layer) > 0 && knowsPeer(layer.layer()))
        .max((one, other) -> Long.compare(one.criticalNanos(), other.criticalNanos()))
        .map(
            layer ->
                say(
                    isOwnAlone(layer) ? "stack.verdict.work" : "stack.verdict.trips",
                    server,
                    wait,
                    trips(layer),
                    say("stack.to." + layer.layer().label()),
                    Numbers.duration(layer.criticalNanos())))
        .orElseGet(() -> say("stack.verdict.server", server, wait));
  }

  /// Those that were waited for, one after the other; how many there were beside them is said.
  private String trips(LayerTotal layer) {
    int waited = waitedTrips(layer);
    String counted =
        (layer.atLeast() ? say("stack.atLeast") + " " : "") + count("stack.trips", waited);
    return layer.trips() == waited
        ? counted
        : say("stack.trips.all", counted, Numbers.count(layer.trips()));
  }

  private int waitedTrips(LayerTotal layer) {
    return bill.lines().stream()
        .filter(line -> line.isServers() && line.layer() == layer.layer())
        .map(BillLine::critical)
        .mapToInt(amount -> amount.trips())
        .sum();
  }

  /// Whether only the called ones logged the calls: then their way is not known.
  private static boolean isOwnAlone(LayerTotal layer) {
    return layer.ownNanos().isPresent() && layer.networkNanos().isEmpty();
  }

  private static boolean knowsPeer(Layer layer) {
    return Sentences.knows("stack.to." + layer.label());
  }
}
