package dev.lightfoot.model.prediction;

/// How a prediction did.
///
/// @param snapshot id of the later snapshot that shows the change
/// @param measuredNanos its median
/// @param inside whether that lies in the predicted interval
public record Grade(String snapshot, long measuredNanos, boolean inside) {}
