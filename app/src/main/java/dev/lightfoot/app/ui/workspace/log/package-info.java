/// Logs that are open: read, followed, received, counted.
package dev.lightfoot.app.ui.workspace.log;
