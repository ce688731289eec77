/// The shapes of the records in a snapshot: here a field of the format is written down, once. The
/// names are those of the format `lightfoot/snapshot`, version 1.
package dev.lightfoot.shape.snapshot;
