/// Files of acknowledgements: what someone has decided to live with.
@NullMarked
package dev.lightfoot.codec.acknowledgement;

import org.jspecify.annotations.NullMarked;
