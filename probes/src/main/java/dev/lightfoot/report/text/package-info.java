/// What text reports are made of: lines that fit the page, and tables.
package dev.lightfoot.report.text;
