/// Bandwidth against latency in words, as a table and as JSON.
@NullMarked
package dev.lightfoot.report.scenario;

import org.jspecify.annotations.NullMarked;
