/// Reads what programs that drive a browser wrote down of a page: logs of DevTools events, and
/// Lighthouse's results.
@NullMarked
package dev.lightfoot.codec.devtools;

import org.jspecify.annotations.NullMarked;
