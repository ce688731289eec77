/// Whether a snapshot keeps a budget: each limit with what was measured, and what a snapshot's own
/// numbers would make a budget of. Facts only: sentences are made in `report`.
package dev.lightfoot.analysis.budget;
