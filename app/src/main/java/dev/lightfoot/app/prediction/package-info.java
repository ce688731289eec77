/// Predictions that are kept, and their grades.
@NullMarked
package dev.lightfoot.app.prediction;

import org.jspecify.annotations.NullMarked;
