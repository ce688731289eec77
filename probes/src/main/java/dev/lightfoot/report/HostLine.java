package dev.lightfoot.report;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.report.words.Numbers;
import java.util.ArrayList;
import java.util.List;

/// One thing that DNS says of a host beside its addresses, in words.
///
/// @param host as in the URL
/// @param kind `DNSSEC`, `CAA` or `HTTPS`
/// @param value the fact
/// @param detail what it rests on or where it stands; may be empty
public record HostLine(String host, String kind, String value, String detail) {

  /// Every fact about that host.
  public static List<HostLine> of(HostFacts facts) {
    List<HostLine> lines = new ArrayList<>();
    lines.add(
        new HostLine(
            facts.host(), "DNSSEC", say("dnssec." + facts.dnssec().label()), facts.dnssecReason()));
    caa(facts, lines);
    for (HttpsRecord record : facts.https()) {
      lines.add(new HostLine(facts.host(), "HTTPS", https(record), target(record)));
    }
    if (facts.https().isEmpty() && !facts.queries().isEmpty()) {
      lines.add(new HostLine(facts.host(), "HTTPS", say("host.none"), ""));
    }
    return lines;
  }

  private static void caa(HostFacts facts, List<HostLine> lines) {
    if (facts.caa().isEmpty()) {
      lines.add(new HostLine(facts.host(), "CAA", say("host.unknown"), ""));
      return;
    }
    HostFacts.Caa caa = facts.caa().get();
    String where = caa.owner().map(owner -> say("host.at", owner)).orElse(say("host.anyIssuer"));
    if (caa.records().isEmpty()) {
      lines.add(new HostLine(facts.host(), "CAA", say("host.none"), where));
    }
    for (HostFacts.CaaRecord record : caa.records()) {
      String critical = record.critical() ? say("host.critical") : "";
      String value = record.tag() + " \"" + record.value() + "\"" + critical;
      lines.add(new HostLine(facts.host(), "CAA", value, where));
    }
  }

  private static String https(HttpsRecord record) {
    if (record.isAlias()) {
      return say("host.alias", record.target());
    }
    List<String> parts = new ArrayList<>();
    parts.add(say("host.priority", Integer.toString(record.priority())));
    if (!record.alpn().isEmpty()) {
      parts.add("ALPN " + String.join(", ", record.alpn()));
    }
    if (record.noDefaultAlpn()) {
      parts.add(say("host.noDefault"));
    }
    if (record.port().isPresent()) {
      parts.add(say("host.port", Integer.toString(record.port().getAsInt())));
    }
    parts.add(say(record.ech() ? "host.ech" : "host.noEch"));
    List<String> hints = new ArrayList<>(record.ipv4Hints());
    hints.addAll(record.ipv6Hints());
    if (!hints.isEmpty()) {
      parts.add(say("host.hints", String.join(", ", hints)));
    }
    if (!record.mandatory().isEmpty()) {
      parts.add(say("host.mandatory", String.join(", ", record.mandatory())));
    }
    return String.join(" · ", parts);
  }

  private static String target(HttpsRecord record) {
    String ttl = say("host.ttl", Numbers.count(record.ttlSeconds()));
    return record.isAlias() || record.target().equals(".")
        ? ttl
        : say("host.target", record.target()) + ", " + ttl;
  }
}
