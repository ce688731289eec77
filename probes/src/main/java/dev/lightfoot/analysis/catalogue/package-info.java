/// The rules of the catalogue together: who asks them asks here.
@NullMarked
package dev.lightfoot.analysis.catalogue;

import org.jspecify.annotations.NullMarked;
