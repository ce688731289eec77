/// What the runs of a snapshot say together: medians, spreads, and which run stands for them.
package dev.lightfoot.analysis.summary;
