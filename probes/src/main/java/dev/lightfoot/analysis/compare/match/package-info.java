/// Runs and requests of two sides as they are compared, and which of them are the same.
@NullMarked
package dev.lightfoot.analysis.compare.match;

import org.jspecify.annotations.NullMarked;
