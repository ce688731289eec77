/// Predictions that are kept, and their grades: each snapshot that is kept grades those that
/// waited.
@NullMarked
package dev.lightfoot.app.prediction;

import org.jspecify.annotations.NullMarked;
