/// Reads PostgreSQL's own logs (stderr, csvlog, jsonlog): each query once, as the server timed it,
/// without the network.
@NullMarked
package dev.lightfoot.codec.postgres;

import org.jspecify.annotations.NullMarked;
