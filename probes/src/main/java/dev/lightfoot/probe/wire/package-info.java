/// Our own sockets: they note when bytes leave and arrive, below TLS and above it.
package dev.lightfoot.probe.wire;
