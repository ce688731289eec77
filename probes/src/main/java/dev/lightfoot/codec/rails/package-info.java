/// Reads what Rails logs of its requests: the development log with its queries, and lograge's one
/// line a request.
@NullMarked
package dev.lightfoot.codec.rails;

import org.jspecify.annotations.NullMarked;
