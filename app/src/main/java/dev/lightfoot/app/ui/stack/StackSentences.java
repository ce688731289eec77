package dev.lightfoot.app.ui.stack;

import dev.lightfoot.analysis.chain.RedirectChain;
import dev.lightfoot.analysis.clock.ClockBound;
import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.stack.JoinedExchange;
import dev.lightfoot.analysis.stack.Stack;
import dev.lightfoot.analysis.stack.StackRow;
import dev.lightfoot.app.ui.words.Words;
import dev.lightfoot.model.span.Layer;
import dev.lightfoot.report.headline.StackHeadline;
import dev.lightfoot.report.words.NotMatched;
import dev.lightfoot.report.words.Numbers;
import dev.lightfoot.report.words.RowNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What a stack says in words.
final class StackSentences {
  private StackSentences() {}

  /// How much of the wait is the server's, and which trips cost most; which log is not matched.
  static String headline(StackReading reading) {
    List<JoinRemark> own =
        reading.remarks().stream().filter(it -> it.concerns(reading.number())).toList();
    if (reading.stack().joined()) {
      return new StackHeadline(reading.stack(), reading.bill(), reading.shown()).first(own);
    }
    String wait = Numbers.durationOfTenths(reading.shown().waited());
    return Words.text("stack.sentence.closed", wait)
        + NotMatched.of(own).map(missing -> " " + missing).orElse("");
  }

  private static String trips(int trips, boolean atLeast) {
    return (atLeast ? "≥ " : "") + Words.count("stack.trips-count", trips);
  }

  /// To whom the trips of a layer lead.
  private static String peer(Layer layer) {
    String key = "stack.to." + layer.label();
    return Words.text(Words.has(key) ? key : "layer." + layer.label());
  }

  /// Trips by layer, how it was joined, how much is explained.
  static String caption(StackReading reading) {
    Stack stack = reading.stack();
    if (!stack.joined()) {
      return Words.text("stack.caption.closed");
    }
    List<String> parts = new ArrayList<>();
    String behind =
        stack.layers().stream()
            .filter(total -> total.trips() > 0)
            .map(
                total ->
                    Words.text(
                        "stack.caption.trips",
                        trips(total.trips(), total.atLeast()),
                        peer(total.layer())))
            .collect(Collectors.joining(", "));
    if (!behind.isEmpty()) {
      parts.add(Words.text("stack.caption.behind", behind));
    }
    stack.exchanges().stream()
        .filter(each -> each.by().isPresent())
        .min(Comparator.comparing(each -> each.by().orElseThrow()))
        .ifPresent(each -> parts.add(joined(each)));
    parts.add(
        Words.text(
            "stack.caption.explained", Numbers.percent(stack.explainedNanos(), stack.waitNanos())));
    return String.join(" · ", parts);
  }

  /// Such as `joined by trace id 4bf92f35…4736`.
  static String joined(JoinedExchange exchange) {
    String by = exchange.by().map(RowNames::of).orElse("");
    return Words.text("stack.joined-by", by)
        + exchange.key().map(key -> " " + shortened(key)).orElse("");
  }

  private static String shortened(String id) {
    return id.length() > 16 ? id.substring(0, 8) + "…" + id.substring(id.length() - 4) : id;
  }

  /// Which run, and how long it took.
  static String client(StackReading reading) {
    RedirectChain chain = RedirectChain.of(reading.run());
    return Words.text(
        "stack.client.note",
        Integer.toString(reading.number()),
        Words.count("stack.client.requests", chain.hops().size()),
        Numbers.duration(chain.durationNanos()));
  }

  /// All clocks in one line.
  static String clocks(Stack stack) {
    return stack.clocks().stream()
        .map(
            clock ->
                clock.contradicts()
                    ? Words.text("stack.clock.contradicts.short", clock.clock())
                    : Words.text(
                        "stack.clock.short", clock.clock(), Numbers.millis(clock.halfNanos())))
        .collect(Collectors.joining(", "));
  }

  /// One clock as a sentence.
  static String clock(ClockBound clock) {
    if (clock.contradicts()) {
      return Words.text(
          "stack.clock.contradicts",
          clock.clock(),
          Numbers.millis(clock.lowNanos()),
          Numbers.millis(clock.highNanos()),
          Integer.toString(clock.requests()));
    }
    return Words.text(
        "stack.clock.sentence",
        clock.clock(),
        side(clock.lowNanos()),
        side(clock.highNanos()),
        Integer.toString(clock.requests()));
  }

  private static String side(long nanos) {
    return Words.text(
        nanos < 0 ? "stack.clock.behind" : "stack.clock.ahead", Numbers.duration(Math.abs(nanos)));
  }

  /// One row as a sentence.
  static String row(StackRow row) {
    StringBuilder text =
        new StringBuilder(
            Words.text(
                "stack.spoken",
                RowNames.of(row.label()),
                Words.text("layer." + row.layer().label()),
                (row.atLeast() ? "≥ " : "") + Numbers.count(row.count()),
                Numbers.millis(row.sumNanos()),
                Numbers.count(row.trips())));
    if (row.floating()) {
      text.append(". ").append(Words.text("stack.spoken.floating"));
    } else if (row.whiskerNanos() > 0) {
      text.append(". ")
          .append(Words.text("stack.spoken.whisker", Numbers.millis(row.whiskerNanos())));
    }
    long dark = row.dark().stream().mapToLong(bar -> bar.durationNanos()).sum();
    if (dark > 0) {
      text.append(". ").append(Words.text("stack.spoken.dark", Numbers.millis(dark)));
    }
    if (row.failed() > 0) {
      text.append(". ").append(Words.text("stack.spoken.failed", Numbers.count(row.failed())));
    }
    row.joinedBy()
        .ifPresent(by -> text.append(". ").append(Words.text("stack.joined-by", RowNames.of(by))));
    return text.toString();
  }
}
