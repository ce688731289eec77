/// What a finding is: a waste of round trips that a rule of the catalogue names, where it is, what
/// its removal brings and what shows it. Facts only; the words for them are the reports'.
@NullMarked
package dev.lightfoot.analysis.finding;

import org.jspecify.annotations.NullMarked;
