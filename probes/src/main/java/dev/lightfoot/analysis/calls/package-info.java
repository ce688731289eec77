/// Rules over calls to others, queues and silence, one a file.
@NullMarked
package dev.lightfoot.analysis.calls;

import org.jspecify.annotations.NullMarked;
