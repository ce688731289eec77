package dev.lightfoot.analysis.compare;

/// Something about how the two were measured that is not the same, and may be why they differ.
///
/// @param what `resolver`, `network`, `place`, `machine`, `lightfoot`, `url`, `state`, `protocol`,
///   `engine` or `address`
/// @param a as side A has it; empty where it does not say
/// @param b as side B has it
public record Difference(String what, String a, String b) {}
