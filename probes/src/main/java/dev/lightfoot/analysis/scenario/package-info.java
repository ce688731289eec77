/// Bandwidth against latency: when the first and the last byte of something arrive over a way of
/// given length and width, by bird or by fibre.
@NullMarked
package dev.lightfoot.analysis.scenario;

import org.jspecify.annotations.NullMarked;
