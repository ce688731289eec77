/// What changes would bring: switched on beside findings, predicted together, graded by a later
/// snapshot.
@NullMarked
package dev.lightfoot.app.ui.finding.whatif;

import org.jspecify.annotations.NullMarked;
