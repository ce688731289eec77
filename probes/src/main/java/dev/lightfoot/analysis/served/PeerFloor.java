package dev.lightfoot.analysis.served;

/// What a call to one machine costs at least.
///
/// @param nanos the least
/// @param calls of how many
/// @param isDistance whether it is the way there and back: a command that is no work, or several
///   different ones, come near it. Otherwise it may be the work of one statement
/// @param stepNanos the step in which the calls' times count
public record PeerFloor(long nanos, int calls, boolean isDistance, long stepNanos) {}
