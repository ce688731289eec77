/// What can be changed in a replay: each a small edit of the graph, and the words for it.
@NullMarked
package dev.lightfoot.analysis.change;

import org.jspecify.annotations.NullMarked;
