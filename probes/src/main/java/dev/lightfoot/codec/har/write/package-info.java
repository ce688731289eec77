/// Writes snapshots as HTTP Archive 1.2.
@NullMarked
package dev.lightfoot.codec.har.write;

import org.jspecify.annotations.NullMarked;
