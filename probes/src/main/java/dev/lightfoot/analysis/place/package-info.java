/// Rules on where things are, one a file: what is far from those that call it.
@NullMarked
package dev.lightfoot.analysis.place;

import org.jspecify.annotations.NullMarked;
