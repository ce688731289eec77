/// What the text of a call says: its template, its verb, its tables, its keys. Whatever asks
/// whether two calls are alike asks here.
@NullMarked
package dev.lightfoot.analysis.statement;

import org.jspecify.annotations.NullMarked;
