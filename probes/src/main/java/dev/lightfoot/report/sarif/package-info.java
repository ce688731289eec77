/// What every report in SARIF 2.1.0 (OASIS) has in common, for code scanning to read.
@NullMarked
package dev.lightfoot.report.sarif;

import org.jspecify.annotations.NullMarked;
