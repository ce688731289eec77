/// How it is reported: pure layouts in time, then text, CSV and commands. Knows no window.
package dev.lightfoot.report;
