package dev.lightfoot.app.ui.page;

import dev.lightfoot.report.layout.page.PageChoice;
import dev.lightfoot.report.layout.page.PageFilter;
import dev.lightfoot.report.layout.page.PageGrouping;
import dev.lightfoot.report.layout.page.PageView;
import dev.lightfoot.report.layout.page.PageWaterfall;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Which requests of a page are shown, and gathered how. Views are made by `jobs`, and a later
/// choice replaces an earlier one. Used by the window's thread.
public final class PageViews {
  private final Executor ui;
  private final Executor jobs;
  private final Consumer<PageView> made;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper filterError = new ReadOnlyStringWrapper("");
  private final ObjectProperty<PageGrouping> grouping =
      new SimpleObjectProperty<>(PageGrouping.PARTY);
  private @Nullable PageWaterfall waterfall;
  private PageChoice choice = PageChoice.STANDARD;
  private int turn;

  /// @param made gets each view, on the window's thread
  PageViews(Executor ui, Executor jobs, Consumer<PageView> made) {
    this.ui = ui;
    this.jobs = jobs;
    this.made = made;
    filter.subscribe(this::filter);
    grouping.subscribe(by -> choose(choice.by(by)));
  }

  /// Which requests are shown, as a person writes it.
  public StringProperty filterProperty() {
    return filter;
  }

  /// Why that cannot be understood; empty where it can.
  public ReadOnlyStringProperty filterErrorProperty() {
    return filterError.getReadOnlyProperty();
  }

  public ObjectProperty<PageGrouping> groupingProperty() {
    return grouping;
  }

  /// Of another page from now on; null for none.
  void show(@Nullable PageWaterfall shown) {
    waterfall = shown;
    make();
  }

  private void filter() {
    try {
      PageFilter wanted = PageFilter.parse(filter.get());
      filterError.set("");
      choose(choice.only(wanted));
    } catch (IllegalArgumentException e) {
      filterError.set(String.valueOf(e.getMessage()));
    }
  }

  private void choose(PageChoice wanted) {
    choice = wanted;
    make();
  }

  private void make() {
    PageWaterfall shown = waterfall;
    PageChoice wanted = choice;
    int mine = ++turn;
    if (shown == null) {
      return;
    }
    jobs.execute(
        () -> {
          PageView view = shown.view(wanted);
          ui.execute(
              () -> {
                if (turn == mine) {
                  made.accept(view);
                }
              });
        });
  }

  /// Folds or unfolds what a key names; the view with that, where none has to be made first.
  Optional<PageView> folding(PageView shown, String key, boolean folded) {
    turn++; // what is being made has not this fold
    PageView view = shown.folding(key, folded);
    choice = choice.folding(view.choice().folded());
    if (view.choice().filter().equals(choice.filter())
        && view.choice().grouping() == choice.grouping()) {
      return Optional.of(view);
    }
    make();
    return Optional.empty();
  }
}
