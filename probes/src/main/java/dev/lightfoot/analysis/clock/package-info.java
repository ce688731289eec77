/// Clocks of several machines: how far each can be ahead of the client's, by causality.
@NullMarked
package dev.lightfoot.analysis.clock;

import org.jspecify.annotations.NullMarked;
