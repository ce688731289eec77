/// Rules about getting there: names, addresses, handshakes, connections, redirects, distance.
@NullMarked
package dev.lightfoot.analysis.connect;

import org.jspecify.annotations.NullMarked;
