/// Trips to databases that could be spared.
@NullMarked
package dev.lightfoot.analysis.database;

import org.jspecify.annotations.NullMarked;
