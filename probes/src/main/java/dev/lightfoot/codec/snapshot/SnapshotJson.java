package dev.lightfoot.codec.snapshot;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// What JSON a snapshot may be made of: the limits, and text that UTF-8 can hold.
final class SnapshotJson {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 64 << 20;
  private static final int MAX_NUMBER = 64;
  private static final int MAX_NAME = 4 << 10;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNumberLength(MAX_NUMBER)
                  .maxNameLength(MAX_NAME)
                  .maxDocumentLength(SnapshotCodec.MAX_BYTES)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private SnapshotJson() {}
}
