package dev.lightfoot.report.redact;

/// Something secret that was taken out.
///
/// @param what its kind and name, such as `cookie session` or `query token`; never its value
/// @param times how often it was taken out
public record Removal(String what, int times) {}
