/// Statistics of small samples: methods that know nothing of what is measured. What
/// commons-statistics has is taken from there; here is what it lacks.
package dev.lightfoot.analysis.statistics;
