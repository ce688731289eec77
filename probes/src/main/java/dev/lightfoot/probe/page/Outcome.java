package dev.lightfoot.probe.page;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.RunError;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.PageMarks;
import dev.lightfoot.probe.trace.Failure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import okhttp3.HttpUrl;

/// Makes the result of a load when everything has come to its end.
final class Outcome {
  private final LoadParts parts;
  private final Requests requests;
  private final Frame main;
  private final Leftovers leftovers;

  Outcome(LoadParts parts, Requests requests, Frame main, Leftovers leftovers) {
    this.parts = parts;
    this.requests = requests;
    this.main = main;
    this.leftovers = leftovers;
  }

  /// How a load ended.
  ///
  /// @param cancelled whether the person stopped it
  /// @param timedOut whether its time was up
  /// @param spent whether it took all the bytes that it may
  record Ending(boolean cancelled, boolean timedOut, boolean spent) {}

  Loaded of(Fetch document, Ending ending) {
    List<Exchange> exchanges = exchanges();
    boolean stopped = ending.cancelled || ending.timedOut;
    if (ending.spent) {
      parts
          .notes()
          .say(
              "The page has more than "
                  + (PageLimits.MAX_PAGE_BYTES >> 20)
                  + " MiB: what came after was cut.");
    }
    leftovers.sayScripts();
    parts
        .engine()
        .unusedConnections()
        .forEach(
            origin -> parts.notes().left("Connected to ahead (preconnect) and not used", origin));
    boolean there = document.error().isEmpty();
    OptionalLong parsed = there ? contentLoaded(document) : OptionalLong.empty();
    PageMarks marks =
        new PageMarks(
            OptionalLong.empty(),
            OptionalLong.empty(),
            parsed,
            there && !stopped ? loaded(parsed) : OptionalLong.empty());
    Set<HttpUrl> asked = new HashSet<>();
    requests.rows().forEach(row -> asked.add(row.url()));
    PageLoad page =
        new PageLoad(
            PageEngine.BUILTIN,
            Optional.of(parts.page().viewport()),
            OptionalInt.of(document.row().index()),
            marks,
            List.of(),
            leftovers.candidates(asked),
            leftovers.unusedPreloads(),
            parts.notes().sentences(),
            Optional.empty());
    return new Loaded(
        exchanges, page, error(document, ending), requests.remarks(), parts.clock().startedAt());
  }

  private List<Exchange> exchanges() {
    List<Exchange> made = new ArrayList<>();
    for (Row row : requests.rows()) {
      Exchange exchange = row.made().orElseThrow();
      made.add(exchange.as(row.resource().servedBy(parts.sites().party(row.url()))));
    }
    return made;
  }

  private static Optional<RunError> error(Fetch document, Ending ending) {
    Optional<Failure> why = document.error();
    if (ending.cancelled && why.isEmpty()) {
      return Optional.of(new RunError(Optional.empty(), "cancelled", "Stopped by you."));
    }
    return why.map(
        failure -> new RunError(failure.phase(), failure.type().label(), failure.message()));
  }

  /// When the document and the scripts that are run in its order were there.
  private OptionalLong contentLoaded(Fetch document) {
    long at = document.row().made().map(Exchange::endNanos).orElse(0L);
    for (Fetch each : main.beforeContentLoaded()) {
      if (!each.isLanded()) {
        return OptionalLong.empty();
      }
      at = Math.max(at, each.row().made().map(Exchange::endNanos).orElse(0L));
    }
    return OptionalLong.of(at);
  }

  /// The last byte of what delays a browser's load event.
  private OptionalLong loaded(OptionalLong parsed) {
    long at = parsed.orElse(0);
    for (Row row : requests.rows()) {
      if (row.need().delaysLoad()) {
        at = Math.max(at, row.made().map(Exchange::endNanos).orElse(0L));
      }
    }
    return OptionalLong.of(at);
  }
}
