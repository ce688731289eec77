package dev.lightfoot.analysis.served;

import dev.lightfoot.analysis.ledger.Peer;
import dev.lightfoot.model.span.Layer;
import java.util.Optional;

/// What calls of one template to one machine have in common: the same text asked of two databases
/// is two questions.
///
/// @param template of what is asked
/// @param peer the machine; empty where its recorder does not name it
public record Question(Layer layer, String template, Optional<Peer> peer) {}
