package dev.lightfoot.analysis.compare.match;

import java.util.OptionalLong;

/// One request as one side has it.
///
/// @param url as it was asked for in the first run that has it
/// @param trips round trips in the middle of the runs; empty where they are not known
/// @param bytes of its response on the wire, in the middle of the runs; empty where not known
public record ExchangeSide(String url, OptionalLong trips, OptionalLong bytes) {}
