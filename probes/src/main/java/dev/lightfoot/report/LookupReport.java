package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.count;
import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.report.text.TextPage;
import dev.lightfoot.report.text.TextTable;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Resolvers side by side as text: for each host a table, then which answers they gave.
public final class LookupReport {
  private final TextPage page = new TextPage();

  private LookupReport() {}

  /// The comparison as text; give it a redacted one.
  public static String of(List<ResolverLookups> results) {
    LookupReport report = new LookupReport();
    Map<String, List<ResolverLookups>> hosts = new LinkedHashMap<>();
    results.forEach(each -> hosts.computeIfAbsent(each.host(), _ -> new ArrayList<>()).add(each));
    hosts.forEach(report::host);
    return report.page.text();
  }

  private void host(String host, List<ResolverLookups> results) {
    page.gap();
    page.paragraph(host);
    page.paragraph(fastest(results) + same(results));
    List<List<String>> answers = answers(results);
    page.table(say("lookup.title", lookups(results)), table(results, answers));
    page.title(say("lookup.answers"));
    for (int i = 0; i < answers.size(); i++) {
      String addresses = String.join(", ", answers.get(i));
      page.item(letter(i), addresses.isEmpty() ? say("lookup.noAddress") : addresses);
    }
    results.forEach(this::remarks);
  }

  private void remarks(ResolverLookups result) {
    result
        .facts()
        .ifPresent(
            facts ->
                page.item(
                    "-",
                    say("lookup.dnssec", result.resolver(), say("dnssec." + facts.dnssec().label()))
                        + facts.dnssecReason()));
    result.lookups().stream()
        .flatMap(lookup -> lookup.error().stream())
        .map(error -> error.message() + " [" + error.code() + "]")
        .distinct()
        .forEach(message -> page.item("!", message));
    result.newest().stream()
        .flatMap(lookup -> lookup.queries().stream())
        .flatMap(query -> query.setUp().stream())
        .map(made -> say("text.setUp", result.resolver(), ResolverConnectionText.of(made)))
        .forEach(made -> page.item("-", made));
  }

  private static TextTable table(List<ResolverLookups> results, List<List<String>> answers) {
    TextTable table = new TextTable("lrrrrlrlrl");
    table.row(
        say("column.resolver"),
        say("column.median"),
        say("column.min"),
        say("column.max"),
        say("column.trips"),
        say("column.result"),
        say("column.failed"),
        say("column.answers"),
        say("column.ttl"),
        say("column.dnssec"));
    for (ResolverLookups each : results) {
      Optional<Lookup> newest = each.newest();
      table.row(
          each.resolver(),
          millis(each.medianNanos()),
          millis(each.minNanos()),
          millis(each.maxNanos()),
          each.answered().isEmpty() && newest.flatMap(Lookup::rcode).isEmpty()
              ? Numbers.NOT_APPLICABLE
              : trips(newest.map(Lookup::trips).orElse(OptionalInt.empty())),
          result(each),
          failed(each),
          each.answered().isEmpty()
              ? Numbers.NOT_APPLICABLE
              : letter(answers.indexOf(each.addresses())),
          ttl(newest.map(Lookup::ttlSeconds).orElse(OptionalLong.empty())),
          each.facts()
              .map(facts -> say("dnssec." + facts.dnssec().label()))
              .orElse(Numbers.UNKNOWN));
    }
    return table;
  }

  private static String result(ResolverLookups each) {
    return each.newest()
        .flatMap(Lookup::rcode)
        .orElse(each.answered().isEmpty() ? say("text.noAnswer") : Numbers.UNKNOWN);
  }

  private static String failed(ResolverLookups each) {
    int failed = each.lookups().size() - each.answered().size();
    return failed == 0
        ? Numbers.NOT_APPLICABLE
        : say("lookup.failed", Numbers.count(failed), Numbers.count(each.lookups().size()));
  }

  /// The different sets of addresses, of those that answered.
  private static List<List<String>> answers(List<ResolverLookups> results) {
    return results.stream()
        .filter(each -> !each.answered().isEmpty())
        .map(ResolverLookups::addresses)
        .distinct()
        .toList();
  }

  private static String same(List<ResolverLookups> results) {
    return switch (answers(results).size()) {
      case 0 -> say("lookup.none");
      case 1 -> say("lookup.equal");
      default -> say("lookup.different");
    };
  }

  private static String fastest(List<ResolverLookups> results) {
    return results.size() < 2
        ? ""
        : results.stream()
            .filter(each -> each.medianNanos().isPresent())
            .min(Comparator.comparingLong(each -> each.medianNanos().getAsLong()))
            .map(
                each ->
                    say(
                        "lookup.fastest",
                        each.resolver(),
                        Numbers.duration(each.medianNanos().orElseThrow())))
            .orElse("");
  }

  private static String lookups(List<ResolverLookups> results) {
    long most = results.stream().mapToLong(each -> each.lookups().size()).max().orElse(0);
    return count("lookups", most);
  }

  private static String letter(int index) {
    return index < 26 ? String.valueOf((char) ('A' + index)) : "A" + index;
  }

  private static String millis(OptionalLong nanos) {
    return nanos.isPresent() ? Numbers.millis(nanos.getAsLong()) : Numbers.NOT_APPLICABLE;
  }

  private static String trips(OptionalInt trips) {
    return trips.isPresent() ? Integer.toString(trips.getAsInt()) : Numbers.UNKNOWN;
  }

  private static String ttl(OptionalLong seconds) {
    return seconds.isPresent() ? Numbers.count(seconds.getAsLong()) : Numbers.NOT_APPLICABLE;
  }
}
