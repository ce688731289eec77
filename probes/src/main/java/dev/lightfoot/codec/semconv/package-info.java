/// How spans of every origin are written alike: attributes under today's OpenTelemetry names, the
/// layer in which the time was spent, calls that their recorder folded into one.
@NullMarked
package dev.lightfoot.codec.semconv;

import org.jspecify.annotations.NullMarked;
