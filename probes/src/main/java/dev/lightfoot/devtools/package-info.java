/// What a browser of the Chromium family reports of a page over its DevTools protocol becomes a
/// run: events in the order in which they came, live or from a file. Knows the model and JSON only.
@NullMarked
package dev.lightfoot.devtools;

import org.jspecify.annotations.NullMarked;
