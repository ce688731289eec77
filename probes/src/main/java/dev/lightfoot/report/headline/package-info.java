/// The first sentence of an answer, and the bill behind it.
package dev.lightfoot.report.headline;
