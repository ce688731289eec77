/// Where the requests of a page lie: rows, groups, connections, links and marks in time and without
/// pixels, what is shown of them and in which order.
package dev.lightfoot.report.layout.page;
