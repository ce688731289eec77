/// Traces as trees: which span waited for which.
@NullMarked
package dev.lightfoot.analysis.trace;

import org.jspecify.annotations.NullMarked;
