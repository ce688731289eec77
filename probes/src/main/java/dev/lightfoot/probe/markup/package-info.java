/// What a document names, found while its bytes arrive: as the preload scanner and the parser of a
/// browser of the Chromium family would find it. Pure: no connection, no thread, no clock.
@NullMarked
package dev.lightfoot.probe.markup;

import org.jspecify.annotations.NullMarked;
