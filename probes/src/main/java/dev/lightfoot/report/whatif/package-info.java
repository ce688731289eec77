/// Predictions and their grades, in words.
@NullMarked
package dev.lightfoot.report.whatif;

import org.jspecify.annotations.NullMarked;
