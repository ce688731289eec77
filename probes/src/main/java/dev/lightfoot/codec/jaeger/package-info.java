/// What Jaeger's window and query service give out as JSON.
@NullMarked
package dev.lightfoot.codec.jaeger;

import org.jspecify.annotations.NullMarked;
