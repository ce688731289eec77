/// What a browser of the Chromium family notes of its network (NetLog): connections with every
/// attempt, TLS, lookups and requests, in whole milliseconds.
@NullMarked
package dev.lightfoot.devtools.netlog;

import org.jspecify.annotations.NullMarked;
