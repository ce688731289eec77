/// Predictions as JSON, format `lightfoot/prediction`.
@NullMarked
package dev.lightfoot.codec.prediction;

import org.jspecify.annotations.NullMarked;
