/// Sifts findings: which stand, and which someone has decided to live with.
@NullMarked
package dev.lightfoot.analysis.acknowledge;

import org.jspecify.annotations.NullMarked;
