package dev.lightfoot.app.ui.page;

import dev.lightfoot.model.page.Viewport;

/// What a page is loaded for.
public enum Device {
  /// A usual laptop.
  DESKTOP(Viewport.DESKTOP),
  /// A usual phone.
  PHONE(Viewport.PHONE);

  private final Viewport viewport;

  Device(Viewport viewport) {
    this.viewport = viewport;
  }

  /// Its window.
  public Viewport viewport() {
    return viewport;
  }
}
