/// Reads a browser's log of its network (NetLog).
@NullMarked
package dev.lightfoot.codec.netlog;

import org.jspecify.annotations.NullMarked;
