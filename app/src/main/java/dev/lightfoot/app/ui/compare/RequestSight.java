package dev.lightfoot.app.ui.compare;

import dev.lightfoot.analysis.compare.Comparison;
import dev.lightfoot.analysis.compare.ExchangeShift;
import dev.lightfoot.analysis.compare.match.MatchedBy;
import dev.lightfoot.app.ui.compare.reading.CompareReading;
import dev.lightfoot.report.layout.compare.ExchangeRows;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Which requests of a comparison are in sight.
final class RequestSight {
  private final StringProperty filter = new SimpleStringProperty("");
  private final BooleanProperty changedOnly = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<ExchangeShift>> rows =
      new ReadOnlyObjectWrapper<>(List.of());

  RequestSight(ReadOnlyObjectProperty<@Nullable CompareReading> reading) {
    Runnable make = () -> make(reading.get());
    reading.subscribe(make);
    filter.subscribe(make);
    changedOnly.subscribe(make);
  }

  /// Part of an address.
  StringProperty filterProperty() {
    return filter;
  }

  /// Whether those are left out of which no change is shown.
  BooleanProperty changedOnlyProperty() {
    return changedOnly;
  }

  /// Those that match, in the order of the comparison.
  ReadOnlyObjectProperty<List<ExchangeShift>> rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  private void make(@Nullable CompareReading reading) {
    rows.set(
        reading == null
            ? List.of()
            : new ExchangeRows(filter.get(), changedOnly.get()).of(reading.comparison()));
  }

  /// Shows all of them.
  void clear() {
    filter.set("");
    changedOnly.set(false);
  }

  /// A kind of request, which has a tab of its own.
  enum Kind {
    REQUESTS,
    MATCHED,
    ADDED,
    REMOVED;

    boolean holds(ExchangeShift each) {
      return switch (this) {
        case REQUESTS -> true;
        case MATCHED ->
            each.matchedBy() != MatchedBy.ADDED && each.matchedBy() != MatchedBy.REMOVED;
        case ADDED -> each.matchedBy() == MatchedBy.ADDED;
        case REMOVED -> each.matchedBy() == MatchedBy.REMOVED;
      };
    }

    /// Whether a comparison has any.
    boolean isIn(Comparison comparison) {
      return comparison.exchanges().stream().anyMatch(this::holds);
    }
  }
}
