/// Reads what Django logs of its queries and requests: durations as the application waited for
/// them, the way to the database and back included.
@NullMarked
package dev.lightfoot.codec.django;

import org.jspecify.annotations.NullMarked;
