/// What servers recorded, made ready for the rules that judge it: traces as trees, requests with
/// their calls, groups of calls and what they cost, floors of the machines called, and what the
/// records cannot tell.
@NullMarked
package dev.lightfoot.analysis.served;

import org.jspecify.annotations.NullMarked;
