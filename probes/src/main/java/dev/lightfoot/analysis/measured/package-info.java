/// What the client measured, as the rules of the catalogue look at it: everything that several of
/// them need is computed once, and what they see in single runs becomes findings of the snapshot.
@NullMarked
package dev.lightfoot.analysis.measured;

import org.jspecify.annotations.NullMarked;
