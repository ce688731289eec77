package dev.lightfoot.report.redact;

import dev.lightfoot.model.Snapshot;
import java.util.List;

/// A snapshot without its secrets, and what was taken out.
public record Redacted(Snapshot snapshot, List<Removal> removed) {
  public Redacted {
    removed = List.copyOf(removed);
  }
}
