package dev.lightfoot.model.page;

/// Something in a foreign file that was wrong in a known way.
///
/// @param kind which way, a word of the reader's vocabulary
/// @param count in how many entries
/// @param mended whether what is shown was put right; else it is shown as it stands, and doubtful
public record Repair(String kind, int count, boolean mended) {}
