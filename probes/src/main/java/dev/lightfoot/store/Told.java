package dev.lightfoot.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// What a listing has found so far, and who is told of it now and then.
final class Told {
  /// A listing that takes less is not worth a word; the next ones come as far apart.
  static final Duration PAUSE = Duration.ofMillis(250);

  private static final Comparator<StoredSnapshot> NEWEST_FIRST =
      Comparator.comparing((StoredSnapshot each) -> each.takenAt().toInstant())
          .thenComparing(StoredSnapshot::id)
          .reversed();

  private final Consumer<Listing.Part> soFar;
  private final int all;
  private final InstantSource clock;
  private final List<StoredSnapshot> found = new ArrayList<>();
  private Instant last;
  private int looked;

  /// @param all files that there are
  Told(Consumer<Listing.Part> soFar, int all, InstantSource clock) {
    this.soFar = soFar;
    this.all = all;
    this.clock = clock;
    this.last = clock.instant();
  }

  void found(StoredSnapshot snapshot) {
    found.add(snapshot);
  }

  /// Hears that one more file was looked into.
  void looked() {
    looked++;
    Instant now = clock.instant();
    if (looked < all && !now.isBefore(last.plus(PAUSE))) {
      last = now;
      soFar.accept(new Listing.Part(newestFirst(), looked, all));
    }
  }

  List<StoredSnapshot> newestFirst() {
    return found.stream().sorted(NEWEST_FIRST).toList();
  }
}
