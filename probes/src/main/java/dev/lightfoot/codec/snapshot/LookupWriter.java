package dev.lightfoot.codec.snapshot;

import dev.lightfoot.model.Lookup;
import dev.lightfoot.model.ResolverLookups;
import java.util.List;
import java.util.Map;

/// Writes a comparison of resolvers as JSON: `{"format":"lightfoot/resolve","version":1,"results":
/// [...]}`, one result for each host and resolver. Queries and facts are those of a snapshot.
public final class LookupWriter {
  private final JsonSink out = new JsonSink(Map.of());

  private LookupWriter() {}

  /// The JSON in UTF-8.
  public static byte[] write(List<ResolverLookups> results) {
    LookupWriter writer = new LookupWriter();
    writer.out.root(() -> writer.results(results));
    return writer.out.toBytes();
  }

  private void results(List<ResolverLookups> results) {
    out.text("format", "lightfoot/resolve");
    out.number("version", 1);
    out.objects("results", results, this::result);
  }

  private void result(ResolverLookups result) {
    out.text("host", result.host());
    out.text("resolver", result.resolver());
    out.number("medianNanos", result.medianNanos());
    out.number("minNanos", result.minNanos());
    out.number("maxNanos", result.maxNanos());
    out.texts("addresses", result.addresses());
    out.objects("lookups", result.lookups(), this::lookup);
    out.object("facts", result.facts(), new DnsWriter(out)::host);
  }

  private void lookup(Lookup lookup) {
    out.number("durationNanos", lookup.durationNanos());
    out.number("trips", lookup.trips());
    out.text("rcode", lookup.rcode());
    out.number("ttlSeconds", lookup.ttlSeconds());
    out.texts("addresses", lookup.addresses());
    out.object("error", lookup.error(), new SnapshotWriter(out)::error);
    out.objects("queries", lookup.queries(), new DnsWriter(out)::query);
  }
}
