/// Trace events, the format of Chrome's and other programs' own profilers.
@NullMarked
package dev.lightfoot.codec.chrome;

import org.jspecify.annotations.NullMarked;
