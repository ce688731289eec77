/// The format `lightfoot/snapshot`, version 1: JSON, described by `snapshot-v1.schema.json` beside
/// the classes.
package dev.lightfoot.codec.snapshot;
