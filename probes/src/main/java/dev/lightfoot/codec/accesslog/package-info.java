/// Access logs of web servers, proxies and application servers: one line becomes one span.
///
/// [LinePattern] finds the fields of a line into an `Entry`, by a format string of the server's
/// own, by the keys of a JSON line ([JsonLine]) or by a header; what comes of them lies in
/// [dev.lightfoot.codec.accesslog.entry].
@NullMarked
package dev.lightfoot.codec.accesslog;

import org.jspecify.annotations.NullMarked;
