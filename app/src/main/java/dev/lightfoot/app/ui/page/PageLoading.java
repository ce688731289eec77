package dev.lightfoot.app.ui.page;

import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;

/// Who loads pages, and what the bar above says is to be loaded.
public interface PageLoading {

  /// What to load; empty where that cannot be used, which is then said in place.
  Optional<PagePlan> plan(Viewport viewport);

  /// Puts the address there of a page that was opened.
  void show(String target);

  /// Says in place what is wrong with what was asked for.
  void refuse(String sentence);

  /// What is said there to be wrong with it; empty where nothing is.
  ObservableStringValue refusal();

  /// Loads it; blocks until it has ended. See [dev.lightfoot.probe.PageSeries].
  Snapshot load(PagePlan plan, PageEngine engine, PageListener listener, Cancellation cancellation);
}
