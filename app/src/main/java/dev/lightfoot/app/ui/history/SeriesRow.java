package dev.lightfoot.app.ui.history;

import dev.lightfoot.store.StoredSnapshot;
import java.util.Optional;

/// A line of the list of targets.
///
/// @param series empty for the line that stands for all
/// @param count how many snapshots
/// @param newest the newest of them; empty where there is none
record SeriesRow(Optional<Series> series, int count, Optional<StoredSnapshot> newest) {}
