/// Reports as Markdown, for pull requests and tickets.
package dev.lightfoot.report.markdown;
