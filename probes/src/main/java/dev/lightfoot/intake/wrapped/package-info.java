/// Lines as containers, collectors and the journal wrap them, and which lines of a file they are.
@NullMarked
package dev.lightfoot.intake.wrapped;

import org.jspecify.annotations.NullMarked;
