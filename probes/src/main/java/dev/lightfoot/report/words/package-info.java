/// The words and numbers that reports are made of: sentences from the bundle, rounding, names of
/// phases, peers, rows and remarks.
package dev.lightfoot.report.words;
