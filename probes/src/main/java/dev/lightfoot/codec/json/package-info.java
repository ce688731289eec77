/// JSON as a stream, for the readers of traces.
@NullMarked
package dev.lightfoot.codec.json;

import org.jspecify.annotations.NullMarked;
