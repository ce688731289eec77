/// How a comparison is reported: its headline, its words, text for people and JSON for machines.
package dev.lightfoot.report.compare;
