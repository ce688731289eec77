/// Reads what Redis reports of its own work: SLOWLOG, MONITOR and INFO commandstats. Names of keys
/// are kept, values never.
@NullMarked
package dev.lightfoot.codec.redis;

import org.jspecify.annotations.NullMarked;
