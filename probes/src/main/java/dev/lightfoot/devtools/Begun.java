package dev.lightfoot.devtools;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Resource;
import java.util.Optional;

/// A request that has just begun.
///
/// @param exchange its index in the run
/// @param url absolute
/// @param initiator what caused it; empty where the browser does not say
/// @param resource its type and priority, as far as they are known now
/// @param atNanos when, from the start of the run
public record Begun(
    int exchange, String url, Optional<Initiator> initiator, Resource resource, long atNanos) {}
