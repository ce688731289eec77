package dev.lightfoot.report.finding;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.finding.Finding;
import dev.lightfoot.analysis.finding.Proof;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.span.Span;
import dev.lightfoot.model.span.SpanTime;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What shows a finding, a line for each thing: enough to open it where it is.
public final class EvidenceWords {
  private static final int LONGEST = 120;

  private final FindingWords words;
  private final EvidencePlaces places;

  /// @param words how names are shown
  /// @param places where spans and requests are looked up
  public EvidenceWords(FindingWords words, EvidencePlaces places) {
    this.words = words;
    this.places = places;
  }

  /// The first of it, the clearest first, and how much more there is. A request that several runs
  /// made is one line.
  public List<String> of(Finding finding, int most) {
    Map<String, List<Proof>> byLine = new LinkedHashMap<>();
    for (Proof proof : finding.evidence()) {
      byLine.computeIfAbsent(key(proof), _ -> new ArrayList<>()).add(proof);
    }
    List<String> lines = new ArrayList<>();
    int left = finding.evidence().size() + finding.evidenceLeftOut();
    for (List<Proof> alike : byLine.values().stream().limit(most).toList()) {
      String first = of(alike.getFirst());
      lines.add(
          alike.size() == 1 ? first : count("finding.evidence.runs", alike.size() - 1, first));
      left -= alike.size();
    }
    if (left > 0) {
      lines.add(count("finding.evidence.more", left));
    }
    return List.copyOf(lines);
  }

  private String key(Proof proof) {
    return switch (proof) {
      case Proof.OfExchange it ->
          places
              .exchange(it)
              .map(found -> found.method() + ' ' + found.url())
              .orElseGet(it::toString);
      case Proof.OfSpan _, Proof.OfLine _ -> proof.toString();
    };
  }

  /// One thing that shows it.
  public String of(Proof proof) {
    return switch (proof) {
      case Proof.OfSpan it ->
          places.span(it).map(this::span).orElseGet(() -> say("finding.proof.span", it.spanId()));
      case Proof.OfExchange it ->
          places
              .exchange(it)
              .map(exchange -> exchange(it, exchange))
              .orElseGet(
                  () -> say("finding.proof.exchange", number(it.run()), number(it.exchange())));
      case Proof.OfLine it ->
          say("finding.proof.line", words.shown(it.file()), Numbers.count(it.line()));
    };
  }

  private String span(Span span) {
    String what = words.operation(span);
    String named = say("finding.proof.span.found", shortened(what), span.spanId());
    return span.time().known() == SpanTime.Known.INSTANT
        ? named
        : say("finding.proof.timed", named, Numbers.duration(span.time().durationNanos()));
  }

  private static String shortened(String text) {
    String folded = text.strip().replaceAll("\\s+", " ");
    return folded.length() > LONGEST ? folded.substring(0, LONGEST - 1) + "…" : folded;
  }

  private String exchange(Proof.OfExchange proof, Exchange exchange) {
    return say(
        "finding.proof.exchange.found",
        number(proof.run()),
        number(proof.exchange()),
        exchange.method(),
        words.shown(exchange.url().toString()));
  }

  private static String number(int position) {
    return Numbers.count(position + 1L);
  }
}
