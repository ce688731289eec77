/// Traces as trees: who waited for whom.
@NullMarked
package dev.lightfoot.analysis.trace;

import org.jspecify.annotations.NullMarked;
