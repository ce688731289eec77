package dev.lightfoot.codec.capture;

import dev.lightfoot.model.Environment;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.SnapshotId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes snapshots of captured loads. Loads that asked for the same URL first are the runs of one
/// snapshot, in the order of the file; each other URL is a snapshot of its own. The same file has
/// the same ids whenever it is read.
public final class CapturedSnapshots {
  private CapturedSnapshots() {}

  /// A load, and what else its file says of it.
  ///
  /// @param run with at least one exchange
  /// @param unknown members that have no place in the model, as JSON text by JSON Pointer from the
  ///   run, such as `/exchanges/3/har`
  public record Load(Run run, Map<String, String> unknown) {
    public Load {
      unknown = Map.copyOf(unknown);
    }
  }

  /// The snapshots of these loads.
  public static List<Snapshot> of(List<Load> loads) {
    Map<String, List<Load>> byTarget = new LinkedHashMap<>();
    for (Load load : loads) {
      byTarget.computeIfAbsent(target(load.run()), _ -> new ArrayList<>()).add(load);
    }
    return byTarget.entrySet().stream()
        .map(each -> of(id(each.getKey(), each.getValue()), each.getKey(), each.getValue()))
        .toList();
  }

  private static String id(String target, List<Load> loads) {
    List<Run> runs = loads.stream().map(Load::run).toList();
    return SnapshotId.derived(runs.getFirst().startedAt().toInstant(), digest(target, runs));
  }

  private static String target(Run run) {
    return run.exchanges().getFirst().url();
  }

  /// The one snapshot of these loads, whatever they asked for first.
  public static Snapshot of(String id, String target, List<Load> loads) {
    List<Run> runs = loads.stream().map(Load::run).toList();
    Map<String, String> unknown = new LinkedHashMap<>();
    for (int i = 0; i < loads.size(); i++) {
      String place = "/runs/" + i;
      loads.get(i).unknown().forEach((pointer, raw) -> unknown.put(place + pointer, raw));
    }
    return new Snapshot(
        id,
        Optional.empty(),
        target,
        runs.getFirst().startedAt(),
        Environment.UNKNOWN,
        runs,
        unknown);
  }

  /// Of what makes these loads these and no others: what was asked for, when and how long it took.
  private static byte[] digest(String target, List<Run> runs) {
    MessageDigest digest = sha256();
    digest.update(target.getBytes(StandardCharsets.UTF_8));
    for (Run run : runs) {
      digest.update(run.startedAt().toString().getBytes(StandardCharsets.UTF_8));
      for (Exchange exchange : run.exchanges()) {
        digest.update(exchange.url().getBytes(StandardCharsets.UTF_8));
        digest.update(
            ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(exchange.startNanos())
                .putLong(exchange.durationNanos())
                .array());
      }
    }
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
