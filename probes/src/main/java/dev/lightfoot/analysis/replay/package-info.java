/// A run as a graph of what waited for what, which can be changed and run again.
@NullMarked
package dev.lightfoot.analysis.replay;

import org.jspecify.annotations.NullMarked;
