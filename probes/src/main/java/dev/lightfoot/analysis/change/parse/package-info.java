/// Changes as people write them, and what is wrong with one that cannot be understood.
package dev.lightfoot.analysis.change.parse;
