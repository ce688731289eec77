/// What the readers of captured page loads share: words of browsers in our terms, and runs as
/// snapshots.
@NullMarked
package dev.lightfoot.codec.capture;

import org.jspecify.annotations.NullMarked;
