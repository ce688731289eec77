package dev.lightfoot.model.page;

/// A request became more or less urgent after it was made.
///
/// @param atNanos when, from the start of the run
/// @param priority what it was from then on
public record PriorityChange(long atNanos, Priority priority) {}
