package dev.lightfoot.model;

/// An interim response (RFC 9110 section 15.2), such as 100 Continue or 103 Early Hints.
///
/// @param status 100 to 199
/// @param atNanos arrival of its first byte, from the start of the run
public record Interim(int status, long atNanos) {}
