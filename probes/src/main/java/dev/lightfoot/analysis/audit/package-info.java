/// Whether the records can tell at all: what is cut, missing, sampled, thrown away or not recorded.
/// These rules are asked first, so that no finding never looks like all well.
@NullMarked
package dev.lightfoot.analysis.audit;

import org.jspecify.annotations.NullMarked;
