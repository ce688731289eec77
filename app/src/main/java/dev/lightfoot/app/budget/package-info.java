/// Budget files with what their limits compare with, as the command line and the window both read
/// them.
@NullMarked
package dev.lightfoot.app.budget;

import org.jspecify.annotations.NullMarked;
