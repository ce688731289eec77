/// Rules about what is sent: heads, cookies, bodies, and what might have been kept.
@NullMarked
package dev.lightfoot.analysis.sent;

import org.jspecify.annotations.NullMarked;
