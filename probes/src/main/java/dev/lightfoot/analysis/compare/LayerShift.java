package dev.lightfoot.analysis.compare;

import dev.lightfoot.model.span.Layer;
import java.util.OptionalLong;

/// One layer behind the server on both sides.
///
/// @param layer which
/// @param tripsA round trips of a run; empty where they are not known. Trips need no statistics
/// @param tripsB of the other side
/// @param shift of its time in a run
public record LayerShift(Layer layer, OptionalLong tripsA, OptionalLong tripsB, Shift shift) {}
