/// Which elements of a finished document the rules of its style sheets are for, and which fonts and
/// images they need. Pure: no connection, no thread, no clock.
@NullMarked
package dev.lightfoot.probe.cascade;

import org.jspecify.annotations.NullMarked;
