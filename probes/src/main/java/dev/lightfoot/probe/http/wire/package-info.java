/// Sees requests and responses pass below the HTTP library: where heads and bodies begin and end,
/// frames of HTTP/2, what breaks a rule.
package dev.lightfoot.probe.http.wire;
