/// The client's requests and what servers recorded for them, on one axis: where each span lies,
/// what each layer did, and what the wait was spent on.
@NullMarked
package dev.lightfoot.analysis.stack;

import org.jspecify.annotations.NullMarked;
