/// How a loaded page is told: names of its parts, and its waterfall, table and facts as text.
package dev.lightfoot.report.page;
