/// What findings save: the answer of what-if to the change that each is about, in place of what its
/// rule estimated. Rules say what is wasted; what its removal brings is predicted in one place.
@NullMarked
package dev.lightfoot.analysis.pricing;

import org.jspecify.annotations.NullMarked;
