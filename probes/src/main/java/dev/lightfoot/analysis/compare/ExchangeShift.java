package dev.lightfoot.analysis.compare;

import dev.lightfoot.analysis.compare.match.ExchangeSide;
import dev.lightfoot.analysis.compare.match.MatchedBy;
import java.util.Optional;

/// One request on both sides.
///
/// @param matchedBy why they are taken for the same
/// @param a empty where only B asks for it
/// @param b empty where only A asks for it
/// @param shift of its time in a run
public record ExchangeShift(
    MatchedBy matchedBy, Optional<ExchangeSide> a, Optional<ExchangeSide> b, Shift shift) {}
