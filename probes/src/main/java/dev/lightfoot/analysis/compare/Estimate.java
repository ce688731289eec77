package dev.lightfoot.analysis.compare;

import java.util.OptionalDouble;

/// How far apart the runs of the two sides are, as statistics have it.
///
/// @param shiftNanos Hodges-Lehmann shift, B minus A
/// @param lowNanos lower end of its 95 % interval, widened by what the order of measuring costs
/// @param highNanos upper end of it
/// @param p two-sided Mann-Whitney, exact where n·m <= 400, raised by what the order of measuring
///   costs
/// @param pAdjusted over the family it belongs to: of phases and layers by Holm and never below the
///   total's, of requests by Benjamini and Hochberg; the same as `p` where it is alone
/// @param cliffsDelta -1 (every run of B is faster) to 1
/// @param probabilityBGreater that a run of B takes longer than one of A; ties count half
/// @param spreadP two-sided Kolmogorov-Smirnov about the medians; empty where it cannot be told
public record Estimate(
    long shiftNanos,
    long lowNanos,
    long highNanos,
    double p,
    double pAdjusted,
    double cliffsDelta,
    double probabilityBGreater,
    OptionalDouble spreadP) {}
