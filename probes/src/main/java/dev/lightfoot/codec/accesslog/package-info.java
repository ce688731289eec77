/// Access logs of web servers, proxies and application servers: one line becomes one span.
///
/// [Pattern] finds the fields of a line into an [Entry], by a format string of the server's own, by
/// the keys of a JSON line ([JsonLine]) or by a header; [EntrySpans] tells the entry as spans.
@NullMarked
package dev.lightfoot.codec.accesslog;

import org.jspecify.annotations.NullMarked;
