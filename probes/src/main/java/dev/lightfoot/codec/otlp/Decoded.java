package dev.lightfoot.codec.otlp;

/// What became of one request.
///
/// @param accepted spans handed to the reading
/// @param rejected what should have been a span and could not be one, each reported as skipped
public record Decoded(long accepted, long rejected) {}
