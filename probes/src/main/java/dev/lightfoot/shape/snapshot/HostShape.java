package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.SHORT;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.WORDS;
import static dev.lightfoot.shape.snapshot.Kinds.label;

import dev.lightfoot.model.HostFacts;
import dev.lightfoot.model.HostFacts.Caa;
import dev.lightfoot.model.HostFacts.CaaRecord;
import dev.lightfoot.model.dns.DnssecState;
import dev.lightfoot.model.dns.HttpsRecord;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// What DNS says of a host.
final class HostShape {
  private HostShape() {}

  private record Dnssec(DnssecState state, String reason) {}

  private static final Shape<Dnssec> DNSSEC =
      Shape.of(
          "dnssec",
          "Whether the host's answers are vouched for.",
          members -> {
            var state =
                members
                    .required(
                        "state",
                        label(
                            DnssecState.class,
                            DnssecState::label,
                            "secure, insecure, bogus or unknown is expected"),
                        Dnssec::state)
                    .says(
                        "secure: the resolver vouches (AD). insecure: a resolver that validates"
                            + " does not vouch. bogus: kept back by a validating resolver."
                            + " unknown: nothing shows that the resolver validates.");
            var reason = members.usual("reason", FREE_TEXT, Dnssec::reason, "");
            return values -> new Dnssec(values.get(state), values.get(reason));
          });

  private static final Shape<CaaRecord> CAA_RECORD =
      Shape.of(
          "caaRecord",
          "One CAA record.",
          members -> {
            var critical = members.usual("critical", FLAG, CaaRecord::critical, false);
            var tag = members.required("tag", WORD, CaaRecord::tag);
            var value = members.required("value", FREE_TEXT, CaaRecord::value);
            return values ->
                new CaaRecord(values.get(critical), values.get(tag), values.get(value));
          });

  private static final Shape<Caa> CAA =
      Shape.of(
          "caa",
          "The relevant CAA record set (RFC 8659); null where it could not be asked for.",
          members -> {
            var owner =
                members
                    .orNull("owner", WORD, Caa::owner)
                    .says("The name or parent that has it; null where none has.");
            var records = members.expected("records", CAA_RECORD.part().list(), Caa::records);
            return values -> new Caa(values.get(owner), values.get(records));
          });

  private static final Shape<HttpsRecord> HTTPS =
      Shape.of(
          "https",
          "One HTTPS record (RFC 9460).",
          members -> {
            var priority = members.required("priority", SHORT, HttpsRecord::priority);
            var target = members.required("target", WORD, HttpsRecord::target);
            var alpn = members.usual("alpn", WORDS, HttpsRecord::alpn, List.of());
            var noDefaultAlpn =
                members.usual("noDefaultAlpn", FLAG, HttpsRecord::noDefaultAlpn, false);
            var port = members.intIfAny("port", SHORT, HttpsRecord::port);
            var ech =
                members
                    .usual("ech", FLAG, HttpsRecord::ech, false)
                    .says("Keys for Encrypted ClientHello are present.");
            var ipv4 = members.usual("ipv4Hints", WORDS, HttpsRecord::ipv4Hints, List.of());
            var ipv6 = members.usual("ipv6Hints", WORDS, HttpsRecord::ipv6Hints, List.of());
            var mandatory = members.usual("mandatory", WORDS, HttpsRecord::mandatory, List.of());
            var ttl = members.required("ttlSeconds", COUNT, HttpsRecord::ttlSeconds);
            return values ->
                new HttpsRecord(
                    values.get(priority),
                    values.get(target),
                    values.get(alpn),
                    values.get(noDefaultAlpn),
                    values.get(port),
                    values.get(ech),
                    values.get(ipv4),
                    values.get(ipv6),
                    values.get(mandatory),
                    values.get(ttl));
          });

  static final Shape<HostFacts> HOST =
      Shape.of(
          "host",
          "What DNS says of a host beside its addresses.",
          members -> {
            var host = members.required("host", WORD, HostFacts::host);
            var dnssec =
                members.usual(
                    "dnssec",
                    DNSSEC.part(),
                    facts -> new Dnssec(facts.dnssec(), facts.dnssecReason()),
                    new Dnssec(DnssecState.UNKNOWN, ""));
            var caa = members.orNull("caa", CAA.part(), HostFacts::caa);
            var https =
                members
                    .usual("https", HTTPS.part().list(), HostFacts::https, List.of())
                    .says("HTTPS records (RFC 9460).");
            var queries =
                members.usual(
                    "queries", DnsShape.QUERY.part().list(), HostFacts::queries, List.of());
            return values ->
                new HostFacts(
                    values.get(host),
                    values.get(dnssec).state(),
                    values.get(dnssec).reason(),
                    values.get(caa),
                    values.get(https),
                    values.get(queries));
          });
}
