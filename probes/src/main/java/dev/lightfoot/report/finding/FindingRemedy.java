package dev.lightfoot.report.finding;

import java.util.Optional;

/// What to do about a finding.
///
/// @param django by the call's name in Django; empty where Django has nothing of its own for it
/// @param elsewhere in general
public record FindingRemedy(Optional<String> django, String elsewhere) {}
