package dev.lightfoot.app.ui.workspace.log;

import java.util.function.BooleanSupplier;

/// What there is to be asked.
///
/// @param counted all that was read or received
/// @param traces those that are kept
/// @param partial whether older traces are counted only, and no longer kept
public record Shelved(ReadSpans counted, FoundTraces traces, BooleanSupplier partial) {}
