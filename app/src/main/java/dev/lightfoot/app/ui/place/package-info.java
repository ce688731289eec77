/// Where both ends of what is measured are: asked for in one sheet and with one completion,
/// whichever screen shows it.
@NullMarked
package dev.lightfoot.app.ui.place;

import org.jspecify.annotations.NullMarked;
