package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.page.PageLoad;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What came of a load.
///
/// @param exchanges in the order in which they were asked for
/// @param page what is not said by them
/// @param error why the document did not come, or that the load was stopped
/// @param remarks what was wrong with answers although they were measured, in sentences
/// @param startedAt the wall clock at its instant 0
public record Loaded(
    List<Exchange> exchanges,
    PageLoad page,
    Optional<RunError> error,
    Set<String> remarks,
    Instant startedAt) {
  public Loaded {
    exchanges = List.copyOf(exchanges);
    remarks = Set.copyOf(remarks);
  }
}
