/// Bytes cut into lines, for every reader that reads lines.
@NullMarked
package dev.lightfoot.codec.lines;

import org.jspecify.annotations.NullMarked;
