package dev.lightfoot.app.ui.workspace;

/// Which colours the window shows.
public enum Theme {
  SYSTEM,
  LIGHT,
  DARK
}
