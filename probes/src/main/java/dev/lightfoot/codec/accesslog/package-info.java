/// Access logs of web servers, proxies and application servers: one line becomes one span.
///
/// The formats are data: [dev.lightfoot.codec.accesslog.AccessLogFormats] lists them, each with the
/// layouts its lines can have ([dev.lightfoot.codec.accesslog.Layout]): text that a format string
/// describes, keys of JSON, columns named by a header or always the same. `LayoutChoice` alone
/// decides which a file has; one engine for each kind of layout finds the facts of a line into an
/// `Entry`. What comes of the facts lies in [dev.lightfoot.codec.accesslog.entry].
@NullMarked
package dev.lightfoot.codec.accesslog;

import org.jspecify.annotations.NullMarked;
