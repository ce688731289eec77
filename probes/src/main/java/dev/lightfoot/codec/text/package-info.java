/// What readers of text logs share: lines of JSON, what collectors put before a line, ids for
/// entries that have none, counts of what is of another kind.
@NullMarked
package dev.lightfoot.codec.text;

import org.jspecify.annotations.NullMarked;
