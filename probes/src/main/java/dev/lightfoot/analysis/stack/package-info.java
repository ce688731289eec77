/// The client's requests and what servers recorded for them, on one axis: which spans belong to
/// which request, how far the clocks can be apart, and what the wait was spent on.
@NullMarked
package dev.lightfoot.analysis.stack;

import org.jspecify.annotations.NullMarked;
