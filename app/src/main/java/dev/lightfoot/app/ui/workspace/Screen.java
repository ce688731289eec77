package dev.lightfoot.app.ui.workspace;

/// The screens that exist, in the order of the rail.
public enum Screen {
  PROBE,
  PAGE,
  STACK,
  FINDINGS,
  COMPARE,
  LOGS,
  TRACE,
  HISTORY,
  SETTINGS
}
