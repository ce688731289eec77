package dev.lightfoot.probe.page;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.markup.Use;
import dev.lightfoot.probe.page.request.PriorityRules;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/// What the document of one frame has asked for: each thing that it names once, with where it is
/// named.
final class FrameQuestions {
  private final PriorityRules priorities = new PriorityRules();
  private final Map<Found, Optional<Fetch>> asked = new HashMap<>();
  private final Runnable scriptLanded;
  private OptionalInt standsIn = OptionalInt.empty();

  /// @param scriptLanded called when a script that was asked for is there
  FrameQuestions(Runnable scriptLanded) {
    this.scriptLanded = scriptLanded;
  }

  /// The document stands in an attribute of another: what it names is named there.
  ///
  /// @param line of the other, unless that stands in an attribute itself
  void standIn(FrameQuestions around, int line) {
    standsIn = around.standsIn.isPresent() ? around.standsIn : OptionalInt.of(line);
  }

  /// Asks for it, unless that has been done.
  ///
  /// @param document whose exchange brought what names it
  /// @param asking asks, by these rules and for this reason
  Optional<Fetch> ask(
      Found.Wanted wanted,
      Optional<Row> document,
      BiFunction<PriorityRules, Initiator, Optional<Fetch>> asking) {
    Optional<Fetch> before = asked.get(wanted);
    if (before != null) {
      return before;
    }
    Initiator why =
        new Initiator(
            wanted.place().by(),
            document.map(each -> OptionalInt.of(each.index())).orElse(OptionalInt.empty()),
            line(wanted));
    Optional<Fetch> fetch = asking.apply(priorities, why);
    asked.put(wanted, fetch);
    if (wanted.use() instanceof Use.Script) {
      fetch.ifPresent(made -> made.join(Fetch.Consumer.landing(scriptLanded)));
    }
    return fetch;
  }

  private OptionalInt line(Found.Wanted wanted) {
    if (standsIn.isPresent()) {
      return standsIn;
    }
    return wanted.line() > 0 ? OptionalInt.of(wanted.line()) : OptionalInt.empty();
  }
}
