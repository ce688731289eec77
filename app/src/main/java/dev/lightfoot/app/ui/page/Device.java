package dev.lightfoot.app.ui.page;

import dev.lightfoot.model.page.Viewport;

/// What a page is loaded for.
public enum Device {
  /// A usual laptop.
  DESKTOP,
  /// A usual phone.
  PHONE;

  /// Its window.
  public Viewport viewport() {
    return switch (this) {
      case DESKTOP -> Viewport.DESKTOP;
      case PHONE -> Viewport.PHONE;
    };
  }
}
