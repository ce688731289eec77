/// What changes were expected to bring, and what they brought.
@NullMarked
package dev.lightfoot.model.prediction;

import org.jspecify.annotations.NullMarked;
