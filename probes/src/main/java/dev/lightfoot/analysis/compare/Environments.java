package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ComparedRun;
import dev.lightfoot.analysis.compare.match.ComparedRuns;
import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.RunState;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.PageLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// What is not the same about how two sides were measured, most telling first: what was asked for,
/// by what, from where, over what.
final class Environments {
  private final ComparedRuns a;
  private final ComparedRuns b;
  private final List<Difference> differences = new ArrayList<>();

  private Environments(ComparedRuns a, ComparedRuns b) {
    this.a = a;
    this.b = b;
  }

  static List<Difference> between(ComparedRuns a, ComparedRuns b) {
    Environments environments = new Environments(a, b);
    environments.compare();
    return environments.differences;
  }

  private void compare() {
    add("url", side -> side.snapshot().target());
    add("state", side -> states(side));
    add("engine", side -> runs(side, run -> run.run().page().map(Environments::engine)));
    add("protocol", side -> runs(side, run -> last(run).flatMap(Exchange::protocol)));
    add("place", side -> environment(side).place().orElse(""));
    add("network", side -> environment(side).proxy().orElse(""));
    add("machine", side -> environment(side).os());
    add("resolver", side -> environment(side).resolver());
    add("address", side -> runs(side, run -> last(run).flatMap(Environments::address)));
    add("lightfoot", side -> environment(side).lightfoot());
  }

  private void add(String what, Function<ComparedRuns, String> of) {
    String ofA = of.apply(a);
    String ofB = of.apply(b);
    if (!ofA.equals(ofB)) {
      differences.add(new Difference(what, ofA, ofB));
    }
  }

  private static Environment environment(ComparedRuns side) {
    return side.snapshot().environment();
  }

  private static String states(ComparedRuns side) {
    return runs(side, run -> Optional.of(run.run().state()).map(RunState::label));
  }

  private static String engine(PageLoad load) {
    return load.engine().label();
  }

  private static Optional<Exchange> last(ComparedRun run) {
    return run.chain().last();
  }

  private static Optional<String> address(Exchange exchange) {
    return exchange.connection().flatMap(Connection::address);
  }

  /// What its runs have, each once, in the order of the alphabet.
  private static String runs(ComparedRuns side, Function<ComparedRun, Optional<String>> of) {
    TreeSet<String> all = new TreeSet<>();
    side.runs().forEach(run -> of.apply(run).ifPresent(all::add));
    return String.join(", ", all);
  }
}
