/// What logs say of a site as a whole: by route and by layer, in one pass and bounded memory.
@NullMarked
package dev.lightfoot.analysis.route;

import org.jspecify.annotations.NullMarked;
