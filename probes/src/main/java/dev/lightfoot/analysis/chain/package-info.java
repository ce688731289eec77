/// What follows redirects: a run's hops one after the other.
package dev.lightfoot.analysis.chain;
