/// What we know: immutable records that every other part shares.
///
/// Durations and instants are nanoseconds; instants count from the start of their [Run] on one
/// monotonic clock. What is absent is an empty [java.util.Optional], never 0 and never -1. Imports
/// `java.base` only.
package dev.lightfoot.model;
