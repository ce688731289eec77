package dev.lightfoot.shape.snapshot;

import static dev.lightfoot.shape.snapshot.Kinds.COUNT;
import static dev.lightfoot.shape.snapshot.Kinds.NANOS;
import static dev.lightfoot.shape.snapshot.Kinds.TRIPS;
import static dev.lightfoot.shape.snapshot.Kinds.URL;
import static dev.lightfoot.shape.snapshot.Kinds.WORD;
import static dev.lightfoot.shape.snapshot.Kinds.WORDS;

import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.shape.Shape;
import java.util.List;

/// A comparison of resolvers. Queries and facts are those of a snapshot.
public final class LookupShape {
  private LookupShape() {}

  private static final Shape<Lookup> LOOKUP =
      Shape.of(
          "lookup",
          "One resolution of a host by one resolver.",
          members -> {
            var duration = members.required("durationNanos", NANOS, Lookup::durationNanos);
            var trips = members.intIfAny("trips", TRIPS, Lookup::trips);
            members.orNull("rcode", WORD, Lookup::rcode).derived();
            members.longIfAny("ttlSeconds", COUNT, Lookup::ttlSeconds).derived();
            var addresses = members.usual("addresses", WORDS, Lookup::addresses, List.of());
            var error = members.orNull("error", SnapshotShape.ERROR.part(), Lookup::error);
            var queries =
                members.usual("queries", DnsShape.QUERY.part().list(), Lookup::queries, List.of());
            return values ->
                new Lookup(
                    values.get(duration),
                    values.get(trips),
                    values.get(addresses),
                    values.get(error),
                    values.get(queries));
          });

  /// What one resolver made of one host.
  public static final Shape<ResolverLookups> RESULT =
      Shape.of(
          "result",
          "What one resolver made of one host, several times.",
          members -> {
            var host = members.required("host", WORD, ResolverLookups::host);
            var resolver = members.required("resolver", URL, ResolverLookups::resolver);
            members.longIfAny("medianNanos", NANOS, ResolverLookups::medianNanos).derived();
            members.longIfAny("minNanos", NANOS, ResolverLookups::minNanos).derived();
            members.longIfAny("maxNanos", NANOS, ResolverLookups::maxNanos).derived();
            members.required("addresses", WORDS, ResolverLookups::addresses).derived();
            var lookups =
                members.expected("lookups", LOOKUP.part().list(), ResolverLookups::lookups);
            var facts = members.orNull("facts", HostShape.HOST.part(), ResolverLookups::facts);
            return values ->
                new ResolverLookups(
                    values.get(host), values.get(resolver), values.get(lookups), values.get(facts));
          });
}
