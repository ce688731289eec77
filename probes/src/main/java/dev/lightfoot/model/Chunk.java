package dev.lightfoot.model;

/// Body bytes that arrived together.
///
/// @param atNanos instant of their last byte, from the start of the run
/// @param bytes body bytes as sent, without framing
public record Chunk(long atNanos, long bytes) {}
