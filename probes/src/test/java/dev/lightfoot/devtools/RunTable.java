package dev.lightfoot.devtools;

import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.Phase;
import dev.lightfoot.model.PhaseTiming;
import dev.lightfoot.model.ResponseFacts;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.page.PageLoad;
import dev.lightfoot.model.page.Priority;
import java.util.Locale;
import java.util.OptionalLong;

/// A run as a table for people, in microseconds.
final class RunTable {
  private RunTable() {}

  static String of(Run run) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < run.exchanges().size(); i++) {
      text.append(line(i, run.exchanges().get(i))).append('\n');
    }
    PageLoad page = run.page().orElseThrow();
    text.append("document ").append(page.documentExchange().orElse(-1)).append('\n');
    mark(text, "content", page.marks().domContentLoadedNanos());
    mark(text, "load", page.marks().loadNanos());
    return text.toString();
  }

  private static void mark(StringBuilder text, String name, OptionalLong nanos) {
    text.append(name).append(' ').append(nanos.isPresent() ? micros(nanos.getAsLong()) : "-");
    text.append('\n');
  }

  private static String line(int index, Exchange exchange) {
    StringBuilder line = new StringBuilder();
    line.append(index).append(' ').append(exchange.method()).append(' ');
    line.append(tail(exchange.url())).append(' ');
    line.append(exchange.status().orElse(0)).append(' ');
    line.append(exchange.protocol().orElse("-")).append(' ');
    line.append(exchange.resource().type().map(Enum::name).orElse("-").toLowerCase(Locale.ROOT));
    line.append(' ').append(exchange.resource().priority().map(Priority::label).orElse("-"));
    exchange
        .resource()
        .priorityChanges()
        .forEach(change -> line.append('>').append(change.priority().label()));
    line.append(exchange.resource().renderBlocking().map(is -> is ? " blocking" : "").orElse(""));
    line.append(' ').append(exchange.initiator().map(RunTable::initiator).orElse("-"));
    exchange.resource().deliveryType().ifPresent(how -> line.append(' ').append(how));
    exchange
        .connection()
        .ifPresent(
            one -> line.append(" #").append(one.id()).append(one.reused() ? " reused" : " new"));
    line.append(" @").append(micros(exchange.startNanos()));
    exchange.phases().byPhase().forEach((phase, timing) -> phase(line, phase, timing));
    line.append(" gap ").append(micros(exchange.gapNanos()));
    exchange
        .interim()
        .forEach(
            one -> line.append(' ').append(one.status()).append('@').append(micros(one.atNanos())));
    exchange.response().ifPresent(facts -> line.append(' ').append(sizes(facts)));
    line.append(" chunks ").append(exchange.chunks().size());
    return line.toString();
  }

  private static void phase(StringBuilder line, Phase phase, PhaseTiming timing) {
    switch (timing) {
      case PhaseTiming.Measured measured ->
          line.append(' ')
              .append(phase.label())
              .append(' ')
              .append(micros(measured.durationNanos()));
      case PhaseTiming.Failed failed ->
          line.append(' ')
              .append(phase.label())
              .append(" failed ")
              .append(micros(failed.durationNanos()))
              .append(' ')
              .append(failed.errorType());
      case PhaseTiming.NotApplicable _ -> {}
    }
  }

  private static String sizes(ResponseFacts facts) {
    return facts.headerBytes()
        + "+"
        + facts.bodyBytes()
        + "B="
        + (facts.decodedBytes().isPresent() ? facts.decodedBytes().getAsLong() : "-");
  }

  private static String initiator(Initiator initiator) {
    String place = initiator.exchange().isPresent() ? "(" + initiator.exchange().getAsInt() : "";
    String line = initiator.line().isPresent() ? ":" + initiator.line().getAsInt() : "";
    return initiator.type().label() + place + line + (place.isEmpty() ? "" : ")");
  }

  private static String tail(String url) {
    int query = url.indexOf('?');
    String path = query < 0 ? url : url.substring(0, query);
    return path.substring(Math.max(0, path.length() - 40));
  }

  private static long micros(long nanos) {
    return nanos / 1_000;
  }
}
