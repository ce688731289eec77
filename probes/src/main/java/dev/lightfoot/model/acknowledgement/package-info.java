/// What someone has decided to live with, and for how long.
@NullMarked
package dev.lightfoot.model.acknowledgement;

import org.jspecify.annotations.NullMarked;
