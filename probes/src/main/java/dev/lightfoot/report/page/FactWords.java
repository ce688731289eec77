package dev.lightfoot.report.page;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.page.PageFacts;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The facts of a page as sentences, each only where there is something to say. Numbers in them are
/// those of rows.
public final class FactWords {
  private FactWords() {}

  /// Such as `15 requests to 4 hosts, 203.6 kB, 29 round trips, 11 of them one after the other`.
  public static String total(PageFacts facts) {
    List<String> parts = new ArrayList<>();
    parts.add(
        say(
            "page.fact.requests",
            count("page.requests", facts.requests()),
            count("page.hosts", facts.hosts())));
    parts.add(count("page.connections", facts.connections()));
    parts.add(Numbers.bytes(facts.bytes()));
    OptionalInt trips = facts.trips().trips();
    if (trips.isPresent()) {
      String counted = count("trips", trips.getAsInt());
      parts.add(facts.trips().lowerBound() ? say("page.atLeast", counted) : counted);
    }
    if (trips.isPresent() && facts.criticalTrips().isPresent()) {
      parts.add(say("page.fact.critical", Numbers.count(facts.criticalTrips().getAsInt())));
    }
    if (facts.failed() > 0) {
      parts.add(count("page.fact.failed", facts.failed()));
    }
    return String.join(", ", parts);
  }

  /// What the page spends without need, as far as its requests show it.
  public static List<String> of(PageFacts facts) {
    List<String> sentences = new ArrayList<>();
    late(facts, sentences);
    preconnects(facts, sentences);
    many("redirects", facts.redirects(), sentences);
    duplicates(facts, sentences);
    uncompressed(facts, sentences);
    many("lifetime", facts.withoutLifetime(), sentences);
    cookies(facts, sentences);
    if (!facts.unusedPreloads().isEmpty()) {
      sentences.add(
          count(
              "page.fact.preloads",
              facts.unusedPreloads().size(),
              PageWords.listed(facts.unusedPreloads())));
    }
    for (PageFacts.ThirdParty party : facts.thirdParties()) {
      sentences.add(
          say(
              "page.fact.third",
              party.host(),
              count("page.requests", party.requests()),
              Numbers.bytes(party.bytes()),
              Numbers.percent(party.bytes(), facts.bytes())));
    }
    return sentences;
  }

  private static void many(String what, List<Integer> rows, List<String> sentences) {
    if (!rows.isEmpty()) {
      sentences.add(count("page.fact." + what, rows.size(), PageWords.numbers(rows)));
    }
  }

  private static void late(PageFacts facts, List<String> sentences) {
    List<Integer> rows = facts.late().stream().map(PageFacts.Late::exchange).toList();
    if (!rows.isEmpty()) {
      long latest = facts.late().stream().mapToLong(PageFacts.Late::nanos).max().orElse(0);
      sentences.add(
          count("page.fact.late", rows.size(), PageWords.numbers(rows), Numbers.duration(latest)));
    }
  }

  private static void preconnects(PageFacts facts, List<String> sentences) {
    for (PageFacts.Preconnect each : facts.preconnects()) {
      String time = Numbers.duration(each.nanos());
      String saved =
          each.trips().isPresent()
              ? say("page.fact.preconnect.trips", time, count("trips", each.trips().getAsInt()))
              : time;
      sentences.add(
          say(
              each.critical() ? "page.fact.preconnect.critical" : "page.fact.preconnect",
              each.host(),
              saved));
    }
  }

  private static void duplicates(PageFacts facts, List<String> sentences) {
    if (!facts.duplicates().isEmpty()) {
      long bytes = facts.duplicates().stream().mapToLong(PageFacts.Duplicate::bytes).sum();
      List<Integer> rows =
          facts.duplicates().stream().flatMap(each -> each.exchanges().stream()).toList();
      sentences.add(
          count(
              "page.fact.duplicates",
              facts.duplicates().size(),
              PageWords.numbers(rows),
              Numbers.bytes(bytes)));
    }
  }

  private static void uncompressed(PageFacts facts, List<String> sentences) {
    if (!facts.uncompressed().isEmpty()) {
      long bytes = facts.uncompressed().stream().mapToLong(PageFacts.Uncompressed::bytes).sum();
      List<Integer> rows =
          facts.uncompressed().stream().map(PageFacts.Uncompressed::exchange).toList();
      sentences.add(
          count(
              "page.fact.uncompressed",
              rows.size(),
              PageWords.numbers(rows),
              Numbers.bytes(bytes)));
    }
  }

  private static void cookies(PageFacts facts, List<String> sentences) {
    if (!facts.cookies().isEmpty()) {
      long bytes = facts.cookies().stream().mapToLong(PageFacts.Cookies::bytes).sum();
      List<Integer> rows = facts.cookies().stream().map(PageFacts.Cookies::exchange).toList();
      sentences.add(
          count("page.fact.cookies", rows.size(), PageWords.numbers(rows), Numbers.bytes(bytes)));
    }
  }
}
