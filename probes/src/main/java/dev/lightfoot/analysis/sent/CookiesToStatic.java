package dev.lightfoot.analysis.sent;

import dev.lightfoot.analysis.finding.Fact;
import dev.lightfoot.analysis.finding.Reason;
import dev.lightfoot.analysis.finding.Rule;
import dev.lightfoot.analysis.finding.RuleAnswer;
import dev.lightfoot.analysis.finding.Saving;
import dev.lightfoot.analysis.measured.Content;
import dev.lightfoot.analysis.measured.MeasuredExchange;
import dev.lightfoot.analysis.measured.MeasuredRule;
import dev.lightfoot.analysis.measured.MeasuredRun;
import dev.lightfoot.analysis.measured.MeasuredSnapshot;
import dev.lightfoot.analysis.measured.Sighting;
import dev.lightfoot.analysis.measured.Sightings;
import dev.lightfoot.model.span.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Cookies go along with requests for files that are the same for everyone.
public final class CookiesToStatic implements MeasuredRule {
  private static final int LEAST_FILES = 3;
  private static final long LEAST_BYTES = 1_460;

  /// Nanoseconds for a byte at 1 Mbit/s: the way up of a slow phone.
  private static final long SLOW_NANOS = 8_000;

  @Override
  public Rule rule() {
    return Rule.COOKIES_TO_STATIC;
  }

  @Override
  public RuleAnswer judge(MeasuredSnapshot facts) {
    if (facts.pages().isEmpty()) {
      return RuleAnswer.notApplicable(Reason.Kind.NO_PAGE);
    }
    Sightings sightings = new Sightings(rule(), facts);
    for (MeasuredRun run : facts.pages()) {
      Map<String, List<MeasuredExchange>> byHost = new LinkedHashMap<>();
      for (MeasuredExchange exchange : run.exchanges()) {
        if (isKnown(exchange)) {
          sightings.looked();
          if (cookies(exchange) > 0) {
            byHost.computeIfAbsent(exchange.host(), _ -> new ArrayList<>()).add(exchange);
          }
        }
      }
      byHost.values().forEach(files -> look(files, sightings));
    }
    return sightings.answer(Reason.Kind.NOT_RECORDED);
  }

  /// What was sent is known, and HTTP/2 or 3 did not send an index in place of the cookie.
  private static boolean isKnown(MeasuredExchange exchange) {
    long head = exchange.exchange().request().headerBytes();
    boolean plain =
        exchange.exchange().protocol().filter(name -> name.startsWith("http/1")).isPresent();
    boolean known = head > 0 || (plain && !exchange.exchange().request().headers().isEmpty());
    return Content.isFile(exchange) && exchange.isTransferred() && known;
  }

  private static long cookies(MeasuredExchange exchange) {
    long bytes = exchange.exchange().request().cookieBytes();
    long head = exchange.exchange().request().headerBytes();
    return head > 0 && head < bytes ? 0 : bytes;
  }

  private static void look(List<MeasuredExchange> files, Sightings sightings) {
    long bytes = files.stream().mapToLong(CookiesToStatic::cookies).sum();
    if (files.size() >= LEAST_FILES && bytes >= LEAST_BYTES) {
      long most = bytes * SLOW_NANOS;
      sightings.add(
          Sighting.of(
              files.getFirst().host(Layer.REQUEST),
              files,
              Saving.within(most, 0, 0, 0, most),
              List.of(
                  Fact.bytes("cookies", bytes), Fact.bytes("each", cookies(files.getFirst())))));
    }
  }
}
