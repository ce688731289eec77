/// JSON files that people write: each value knows where it stands, so that what is wrong can be
/// named.
@NullMarked
package dev.lightfoot.codec.located;

import org.jspecify.annotations.NullMarked;
