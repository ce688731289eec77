/// The history of a target as a picture over time, in instants and durations; without pixels.
package dev.lightfoot.report.layout.history;
