/// Knows again what was read before, so that it counts once.
package dev.lightfoot.intake.known;
