package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.FLAG;
import static dev.lightfoot.shape.snapshot.Kinds.FREE_TEXT;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.TRIPS;
import static dev.lightfoot.shape.snapshot.Kinds.URL;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;

import dev.lightfoot.model.DnsQuery;
import dev.lightfoot.model.ResolverConnection;
import dev.lightfoot.model.dns.DnsAnswer;
import dev.lightfoot.shape.Kind;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// What resolvers were asked.
final class DnsShape {
  private DnsShape() {}

  private static final Shape<DnsAnswer> ANSWER =
      Shape.of(
          "answer",
          "One record of a DNS answer.",
          members -> {
            var name = members.required("name", WORD, DnsAnswer::name);
            var type = members.required("type", WORD, DnsAnswer::type);
            var ttl = members.required("ttlSeconds", COUNT, DnsAnswer::ttlSeconds);
            var data = members.required("data", FREE_TEXT, DnsAnswer::data);
            return values ->
                new DnsAnswer(
                    values.get(name), values.get(type), values.get(ttl), values.get(data));
          });

  static final Shape<DnsQuery> QUERY =
      Shape.of(
          "query",
          "One question put to one resolver.",
          members -> {
            var name = members.required("name", WORD, DnsQuery::name);
            var type = members.orNull("type", WORD, DnsQuery::type);
            var server = members.required("server", URL, DnsQuery::server);
            var transport = members.required("transport", WORD, DnsQuery::transport);
            var start = members.required("startNanos", NANOS, DnsQuery::startNanos);
            var duration = members.required("durationNanos", NANOS, DnsQuery::durationNanos);
            var trips = members.intIfAny("trips", TRIPS, DnsQuery::trips);
            var rcode = members.orNull("rcode", WORD, DnsQuery::rcode);
            var authenticated =
                members
                    .usual("authenticated", FLAG, DnsQuery::authenticated, false)
                    .says("The resolver set the AD flag.");
            var truncated = members.usual("truncated", FLAG, DnsQuery::truncated, false);
            var answers =
                members.usual("answers", ANSWER.part().list(), DnsQuery::answers, List.of());
            var setUp =
                members.ifAny(
                    "setUp", Kind.part(() -> DnsShape.RESOLVER_CONNECTION), DnsQuery::setUp);
            var note = members.ifAny("note", FREE_TEXT, DnsQuery::note);
            return values ->
                new DnsQuery(
                    values.get(name),
                    values.get(type),
                    values.get(server),
                    values.get(transport),
                    values.get(start),
                    values.get(duration),
                    values.get(trips),
                    values.get(rcode),
                    values.get(authenticated),
                    values.get(truncated),
                    values.get(answers),
                    values.get(setUp),
                    values.get(note));
          });

  private static final Shape<ResolverConnection> RESOLVER_CONNECTION =
      Shape.of(
          "resolverConnection",
          "The connection to the resolver that this question opened first: TCP, or DoH with its"
              + " TLS. Its phases lie within the query's time.",
          members -> {
            var address = members.orNull("address", WORD, ResolverConnection::address);
            var phases =
                members.required("phases", PhasesShape.PHASES.part(), ResolverConnection::phases);
            var tlsVersion = members.ifAny("tlsVersion", WORD, ResolverConnection::tlsVersion);
            var queries =
                members
                    .usual("queries", QUERY.part().list(), ResolverConnection::queries, List.of())
                    .says("What was asked to find the resolver itself.");
            return values ->
                new ResolverConnection(
                    values.get(address),
                    values.get(phases),
                    values.get(tlsVersion),
                    values.get(queries));
          });
}
