/// Rules about a page and its resources: what was found late, what held up the first picture, and
/// what was fetched in vain.
@NullMarked
package dev.lightfoot.analysis.assets;

import org.jspecify.annotations.NullMarked;
