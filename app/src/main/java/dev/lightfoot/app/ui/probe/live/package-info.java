/// A measurement under way.
package dev.lightfoot.app.ui.probe.live;
