/// Rules about when an answer begins and whether it ends.
@NullMarked
package dev.lightfoot.analysis.stream;

import org.jspecify.annotations.NullMarked;
