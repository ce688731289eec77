/// HTTP Archive 1.2 (HAR): what browsers and proxies write, each in its own way, becomes runs of
/// our model, and those become HAR again (`write`).
///
/// Reading: the document is one stream ([HarDocument]); each entry is kept as it stands
/// ([EntryDraft]), because what it means depends on the whole file ([Dialect]). Then the entries of
/// each page become a run ([HarRuns]). What our model has no place for is kept as JSON text
/// ([Kept]) and written again.
@NullMarked
package dev.lightfoot.codec.har;

import org.jspecify.annotations.NullMarked;
