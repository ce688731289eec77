package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.page.PageEngines;
import dev.lightfoot.app.ui.page.PageLoading;
import dev.lightfoot.app.ui.probe.ProbeViewModel;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.model.Snapshot;
import dev.lightfoot.model.page.PageEngine;
import dev.lightfoot.model.page.Viewport;
import dev.lightfoot.probe.Cancellation;
import dev.lightfoot.probe.PageListener;
import dev.lightfoot.probe.PagePlan;
import dev.lightfoot.probe.ProbePlan;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;

/// Loads the page of the address that stands in the bar, with the runs and the request that are
/// chosen there: Probe and Page share them.
record FormPages(ProbeViewModel probe, Workspace workspace, PageEngines engines)
    implements PageLoading {

  @Override
  public Optional<PagePlan> plan(Viewport viewport) {
    if (probe.request().paste(probe.form().addressProperty().get())) {
      return Optional.empty();
    }
    Optional<ProbePlan> asked = probe.form().plan(workspace.settings());
    try {
      return asked.map(
          plan -> new PagePlan(plan.request(), viewport, plan.states(), plan.preparing()));
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public void show(String target) {
    probe.form().addressProperty().set(target);
  }

  @Override
  public void refuse(String sentence) {
    probe.form().refuse(sentence);
  }

  @Override
  public ObservableStringValue refusal() {
    return probe.form().addressErrorProperty();
  }

  @Override
  public Snapshot load(
      PagePlan plan, PageEngine engine, PageListener listener, Cancellation cancellation) {
    return engines.of(engine).load(plan, listener, cancellation);
  }
}
