/// What the system's kernel says of a socket: when bytes came and left, and what it knows of the
/// connection. Linux only; elsewhere the answers are empty.
package dev.lightfoot.probe.kernel;
