/// The notes that a measurement takes while it runs, on one clock; turned into model records after.
package dev.lightfoot.probe.trace;
