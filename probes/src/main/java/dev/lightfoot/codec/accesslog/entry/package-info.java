/// What one line of an access log says, and the spans that come of it.
///
/// An [dev.lightfoot.codec.accesslog.entry.Entry] holds the facts of a line as pieces of its bytes,
/// whichever format it was found by; [dev.lightfoot.codec.accesslog.entry.EntrySpans] completes
/// them (time, client, request line, upstream attempts) and hands on the spans. No format is known
/// here.
@NullMarked
package dev.lightfoot.codec.accesslog.entry;

import org.jspecify.annotations.NullMarked;
