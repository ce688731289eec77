package dev.lightfoot.probe;

/// A request body held in memory.
///
/// @param bytes the body; not copied, not to be changed
/// @param contentType value of the `Content-Type` field
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 64 MiB would only cost
public record RequestBody(byte[] bytes, String contentType) {}
