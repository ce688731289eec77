package dev.lightfoot.app.ui.workspace.setting;

/// Which colours the window shows.
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK
}
