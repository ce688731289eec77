/// What leaves the program as a file or on the clipboard, as the command line and the window both
/// do it.
@NullMarked
package dev.lightfoot.app.export;

import org.jspecify.annotations.NullMarked;
