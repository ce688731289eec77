/// Reports as one HTML file that needs nothing beside it: the one writer for every report.
package dev.lightfoot.report.html;
