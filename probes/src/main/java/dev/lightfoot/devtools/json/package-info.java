/// JSON as the DevTools protocol and its files have it: small values, read leniently.
@NullMarked
package dev.lightfoot.devtools.json;

import org.jspecify.annotations.NullMarked;
