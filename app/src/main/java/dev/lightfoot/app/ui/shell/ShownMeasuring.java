package dev.lightfoot.app.ui.shell;

import dev.lightfoot.app.ui.workspace.Measuring;
import dev.lightfoot.app.ui.workspace.Stage;
import dev.lightfoot.app.ui.workspace.Workspace;
import dev.lightfoot.app.ui.workspace.examining.Examined.Source;
import dev.lightfoot.app.ui.workspace.examining.Examining;
import dev.lightfoot.model.Snapshot;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// What a bar measures, saves and exports that stands above findings: what they are of, the page or
/// the request; nothing of logs can be saved.
final class ShownMeasuring implements Measuring {
  private final Measurements measured;
  private final Workspace workspace;
  private final Examining examining;
  private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.IDLE);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> shown = new ReadOnlyObjectWrapper<>();

  ShownMeasuring(Measurements measured, Workspace workspace, Examining examining) {
    this.measured = measured;
    this.workspace = workspace;
    this.examining = examining;
    workspace.subjectProperty().subscribe(_ -> follow());
    examining.sourceProperty().subscribe(_ -> follow());
    for (Measuring each : List.of(measured.probe(), measured.page())) {
      each.stageProperty().subscribe(_ -> follow());
      each.progressProperty().subscribe(_ -> follow());
      each.savable().subscribe(_ -> follow());
    }
  }

  private void follow() {
    Measuring now = now();
    stage.set(now.stageProperty().get());
    progress.set(now.progressProperty().get());
    boolean ofMeasurement = examining.sourceProperty().get() == Source.MEASUREMENT;
    savable.set(ofMeasurement && now.savable().get());
    shown.set(ofMeasurement ? workspace.subjectProperty().get() : null);
  }

  private Measuring now() {
    return measured.isPage(workspace) ? measured.page() : measured.probe();
  }

  /// What the findings are of; null where they are of logs.
  ReadOnlyObjectProperty<@Nullable Snapshot> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  @Override
  public void run() {
    now().run();
  }

  @Override
  public boolean cancel() {
    return now().cancel();
  }

  @Override
  public ReadOnlyObjectProperty<Stage> stageProperty() {
    return stage.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  @Override
  public ObservableBooleanValue savable() {
    return savable.getReadOnlyProperty();
  }
}
