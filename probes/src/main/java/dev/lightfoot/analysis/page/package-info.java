/// What a loaded page means: which of its requests it waited for, and what it spent on which.
package dev.lightfoot.analysis.page;
