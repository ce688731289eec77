package dev.lightfoot.analysis.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import java.util.ArrayList;
import java.util.List;

/// What each exchange of a run waited for before it was asked for: the response that led to it, and
/// what held it up after that. What it waited for once it was asked for, a connection, is not among
/// it.
public final class StartDependencies {
  private StartDependencies() {}

  /// Whether it may hold up the parser, drawing, or what is less urgent than it.
  public static boolean mayHoldUp(Exchange exchange) {
    return PageIndex.mayHoldUp(exchange);
  }

  /// By position of the exchange; empty where it waited for none, or nothing is known.
  public static List<List<Dependency>> of(Run run) {
    PageIndex index = new PageIndex(run);
    Dependencies dependencies = new Dependencies(index);
    List<List<Dependency>> all = new ArrayList<>();
    for (int i = 0; i < index.size(); i++) {
      all.add(dependencies.begun(i));
    }
    return all;
  }
}
