package dev.lightfoot.probe.wire;

/// A part of a TLS record that came later than the part before.
///
/// @param end how many bytes of the record had come then, its header included
/// @param atNanoTime when, raw nanoTime
public record RecordPiece(int end, long atNanoTime) {}
