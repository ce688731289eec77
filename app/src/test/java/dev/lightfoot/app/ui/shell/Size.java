package dev.lightfoot.app.ui.shell;

import org.testfx.util.WaitForAsyncUtils;

/// Windows and font sizes in which everything has room.
enum Size {
  USUAL(1440, 900, 14),
  HALF_LARGER(1440, 900, 21),
  TWICE(1440, 900, 28),
  SMALL(1000, 700, 14),
  SMALLEST(800, 600, 14);

  private final int width;
  private final int height;
  private final int font;

  Size(int width, int height, int font) {
    this.width = width;
    this.height = height;
    this.font = font;
  }

  /// Gives the window that size, and lets it lay itself out.
  void take(Rig rig) {
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          var settings = rig.wiring.workspace().settingsProperty();
          settings.set(settings.get().withFontSize(font));
          rig.stage.setWidth(width);
          rig.stage.setHeight(height);
        });
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          rig.scene().getRoot().applyCss();
          rig.scene().getRoot().layout();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }
}
