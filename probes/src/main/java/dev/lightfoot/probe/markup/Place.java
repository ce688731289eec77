package dev.lightfoot.probe.markup;

import dev.lightfoot.model.Initiator;

/// Where something is named.
///
/// @param by who finds it
/// @param line of the document or the sheet, from 1; 0 for a field of the header
/// @param inBody whether the body, or a first image, came before it
/// @param blocking what waits for it
public record Place(Initiator.Type by, int line, boolean inBody, Blocking blocking) {
  /// What waits for a resource: the render-blocking behaviour of the DevTools protocol.
  public enum Blocking {
    /// Nothing is drawn before it is there.
    RENDER,
    /// Nothing that stands after it is parsed before it is there.
    PARSER,
    /// It may run, and so delay drawing, when it comes early: an async script.
    POTENTIAL,
    /// Nothing.
    NONE
  }
}
