/// How a checked budget is told: as text, JUnit XML, Markdown and SARIF, and how a proposed one is
/// explained.
package dev.lightfoot.report.budget;
