/// The format `lightfoot/budget`, version 1: JSON that people write by hand. What is not known is
/// refused with its line, since a misspelt limit would never break.
@NullMarked
package dev.lightfoot.codec.budget;

import org.jspecify.annotations.NullMarked;
