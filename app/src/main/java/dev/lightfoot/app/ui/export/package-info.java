/// Handing on what a screen shows, as a file or on the clipboard.
@NullMarked
package dev.lightfoot.app.ui.export;

import org.jspecify.annotations.NullMarked;
