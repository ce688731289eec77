/// Reads what memcached writes of its commands with `-vv`.
@NullMarked
package dev.lightfoot.codec.memcached;

import org.jspecify.annotations.NullMarked;
