package dev.lightfoot.analysis.assets;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.ResourceType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Nothing is drawn until the last of what blocks drawing is there, and that one need not block.
public final class RenderBlocking implements MeasuredRule {
  private static final long LEAST_NANOS = 20_000_000;
  private static final long SMALL_SHEET = 14_000;

  @Override
  public Rule rule() {
    return Rule.RENDER_BLOCKING;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.pages()) {
      boolean known =
          run.exchanges().stream()
              .anyMatch(it -> it.exchange().resource().renderBlocking().isPresent());
      if (known && run.document().isPresent()) {
        sightings.looked();
        look(run, run.document().get(), sightings);
      }
    }
    return sightings.answer(Reason.Kind.NOT_RECORDED);
  }

  private static void look(MeasuredRun run, MeasuredExchange document, Sightings sightings) {
    List<MeasuredExchange> blocking =
        run.exchanges().stream()
            .filter(it -> it.exchange().resource().renderBlocking().orElse(false))
            .filter(it -> it.at() != document.at() && isBeforePaint(it))
            .sorted(Comparator.comparingLong(it -> -it.exchange().endNanos()))
            .toList();
    if (blocking.isEmpty()) {
      return;
    }
    MeasuredExchange last = blocking.getFirst();
    long second = blocking.size() < 2 ? 0 : blocking.get(1).exchange().endNanos();
    long saved = last.exchange().endNanos() - Math.max(document.exchange().endNanos(), second);
    if (saved >= LEAST_NANOS && !isFirstView(last, document)) {
      sightings.add(sighting(last, saved));
    }
  }

  private static boolean isBeforePaint(MeasuredExchange exchange) {
    return exchange.exchange().endNanos()
        <= exchange.run().firstPaintNanos().orElse(Long.MAX_VALUE);
  }

  /// A small style sheet of the page's own: what the first view looks like.
  private static boolean isFirstView(MeasuredExchange exchange, MeasuredExchange document) {
    return exchange.type().equals(Optional.of(ResourceType.STYLESHEET))
        && exchange.host().equals(document.host())
        && exchange.response().filter(it -> it.bodyBytes() < SMALL_SHEET).isPresent();
  }

  /// Earlier is the first picture, not the load.
  private static Sighting sighting(MeasuredExchange last, long saved) {
    boolean style = last.type().equals(Optional.of(ResourceType.STYLESHEET));
    return Sighting.of(
        last.request(),
        List.of(last),
        Saving.within(saved, isAlone(last) ? last.trips() : 0, 0, saved, saved),
        List.of(Fact.word("variant", style ? "stylesheet" : "script"), Fact.time("later", saved)));
  }

  /// Whether its connection was made for it only.
  private static boolean isAlone(MeasuredExchange exchange) {
    Optional<Integer> id = exchange.exchange().connection().map(Connection::id);
    return id.isPresent()
        && exchange.run().exchanges().stream()
                .filter(it -> it.exchange().connection().map(Connection::id).equals(id))
                .count()
            == 1;
  }
}
