package dev.lightfoot.app.ui.page;

import dev.lightfoot.model.page.PageEngine;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What a page is loaded with, beside the address and the runs.
public final class PageForm {
  private final ObjectProperty<PageEngine> engine = new SimpleObjectProperty<>(PageEngine.BUILTIN);
  private final ObjectProperty<Device> device = new SimpleObjectProperty<>(Device.DESKTOP);

  PageForm() {}

  /// What loads it: [PageEngine#BUILTIN] or [PageEngine#CHROME].
  public ObjectProperty<PageEngine> engineProperty() {
    return engine;
  }

  /// What it is loaded for.
  public ObjectProperty<Device> deviceProperty() {
    return device;
  }
}
