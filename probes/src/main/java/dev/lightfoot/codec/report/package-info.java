/// The data within a report: how it lies in an HTML file, so that it can be read again.
package dev.lightfoot.codec.report;
