/// How it is reported: texts, CSV and commands, over `layout` (where things lie) and `words` (how
/// they are called). Knows no window.
package dev.lightfoot.report;
