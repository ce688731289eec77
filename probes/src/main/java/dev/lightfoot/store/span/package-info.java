/// Where spans stay: a journal that is the record, an index that can always be rebuilt, and the
/// same questions to both and to a store in memory.
@NullMarked
package dev.lightfoot.store.span;

import org.jspecify.annotations.NullMarked;
