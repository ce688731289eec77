/// Drives an installed browser of the Chromium family over its DevTools protocol: a page is loaded
/// in a throw-away profile, and what the browser reports becomes a run. Nothing of it stays:
/// neither a process nor a file.
@NullMarked
package dev.lightfoot.probe.chrome;

import org.jspecify.annotations.NullMarked;
