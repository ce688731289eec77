package dev.lightfoot.app.ui.probe.request;

/// A file that was read to be sent as a body.
///
/// @param name of the file, without its folder
/// @param bytes what is in it; not copied, not to be changed
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy of 64 MiB would only cost
public record BodyFile(String name, byte[] bytes) {}
