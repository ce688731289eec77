/// Which recorded spans belong to which of the client's requests, and how that was found.
@NullMarked
package dev.lightfoot.analysis.join;

import org.jspecify.annotations.NullMarked;
