/// Bandwidth against latency, as a sheet over the window.
package dev.lightfoot.app.ui.probe.scenario;
