/// Zipkin's spans, version 2, as JSON.
@NullMarked
package dev.lightfoot.codec.zipkin;

import org.jspecify.annotations.NullMarked;
