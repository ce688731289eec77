/// How far things are, by their names and by light: great circles, light floors, the places that
/// servers state, and what a round trip alone says. Nothing here asks the network.
@NullMarked
package dev.lightfoot.analysis.distance;

import org.jspecify.annotations.NullMarked;
