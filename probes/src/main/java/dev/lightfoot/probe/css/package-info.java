/// Style sheets as far as they name things to fetch: imports, fonts, images, and which elements of
/// a document need them. Pure: no connection, no thread, no clock.
@NullMarked
package dev.lightfoot.probe.css;

import org.jspecify.annotations.NullMarked;
