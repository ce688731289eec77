/// What a change is expected to bring, how sure that is, and how such predictions did.
@NullMarked
package dev.lightfoot.analysis.whatif;

import org.jspecify.annotations.NullMarked;
