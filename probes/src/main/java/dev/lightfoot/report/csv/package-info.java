/// What was measured and compared as rows for spreadsheets: CSV, RFC 4180.
@NullMarked
package dev.lightfoot.report.csv;

import org.jspecify.annotations.NullMarked;
