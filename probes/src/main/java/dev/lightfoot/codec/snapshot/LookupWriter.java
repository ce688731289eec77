package dev.lightfoot.codec.snapshot;

import dev.lightfoot.model.ResolverLookups;
import dev.lightfoot.shape.snapshot.LookupShape;
import java.util.List;
import java.util.Map;

/// Writes a comparison of resolvers as JSON: `{"format":"lightfoot/resolve","version":1,"results":
/// [...]}`, one result for each host and resolver. Queries and facts are those of a snapshot.
public final class LookupWriter {
  private LookupWriter() {}

  /// The JSON in UTF-8.
  public static byte[] write(List<ResolverLookups> results) {
    JsonSink out = new JsonSink(Map.of());
    out.document(
        "lightfoot/resolve",
        1,
        () -> {
          out.name("results");
          out.list(results, LookupShape.RESULT.part());
        });
    return out.toBytes();
  }
}
