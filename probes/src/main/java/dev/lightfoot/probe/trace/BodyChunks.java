package dev.lightfoot.probe.trace;

import dev.lightfoot.model.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The arrivals of one body. Bytes that came with the same record or read are one chunk; where
/// there are more than [#MAX_CHUNKS], neighbours are joined, so that memory stays bounded and the
/// sum true.
public final class BodyChunks {
  static final int MAX_CHUNKS = 4_096;

  private final List<Chunk> chunks;
  private long bytes;

  BodyChunks() {
    this(new ArrayList<>(), 0);
  }

  private BodyChunks(List<Chunk> chunks, long bytes) {
    this.chunks = chunks;
    this.bytes = bytes;
  }

  void add(long count, long atNanos) {
    if (count <= 0) {
      return;
    }
    bytes += count;
    if (!chunks.isEmpty() && chunks.getLast().atNanos() == atNanos) {
      chunks.add(join(chunks.removeLast(), new Chunk(atNanos, count)));
      return;
    }
    chunks.add(new Chunk(atNanos, count));
    if (chunks.size() > MAX_CHUNKS) {
      halve();
    }
  }

  private void halve() {
    List<Chunk> joined = new ArrayList<>();
    for (int i = 0; i + 1 < chunks.size(); i += 2) {
      joined.add(join(chunks.get(i), chunks.get(i + 1)));
    }
    if (chunks.size() % 2 == 1) {
      joined.add(chunks.getLast());
    }
    chunks.clear();
    chunks.addAll(joined);
  }

  private static Chunk join(Chunk earlier, Chunk later) {
    return new Chunk(later.atNanos(), earlier.bytes() + later.bytes());
  }

  BodyChunks copy() {
    return new BodyChunks(new ArrayList<>(chunks), bytes);
  }

  public List<Chunk> list() {
    return List.copyOf(chunks);
  }

  public long bytes() {
    return bytes;
  }

  /// Arrival of the last body byte; empty where none came.
  public OptionalLong lastAtNanos() {
    return chunks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(chunks.getLast().atNanos());
  }
}
