/// How two snapshots differ: what moved, by how much, how sure that is, and because of what. The
/// unit is the run, never the request (MEASUREMENT.md, section 5). Facts only: sentences are made
/// in `report`.
package dev.lightfoot.analysis.compare;
