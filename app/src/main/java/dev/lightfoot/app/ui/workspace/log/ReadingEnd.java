package dev.lightfoot.app.ui.workspace.log;

import dev.lightfoot.intake.FileReading;
import java.util.List;
import java.util.Optional;

/// How a reading ended.
///
/// @param readings what became of each file
/// @param trace the trace that all spans are of, where there is just one
/// @param stopped whether the person stopped it
public record ReadingEnd(List<FileReading> readings, Optional<String> trace, boolean stopped) {}
