package dev.lightfoot.model.connection;

import java.util.OptionalInt;

/// The proxy that an exchange went through. The exchange's `dns` and `tcp` phases are then those of
/// the proxy, its `proxy` phase is the round trip of CONNECT, and what follows goes through it.
///
/// @param url `http://host:port`, without user and password
/// @param source who named it, such as `https_proxy` or `--proxy`
/// @param tunnel whether it was asked for a tunnel (CONNECT); else it forwards the request itself
/// @param status what it answered to CONNECT; empty without a tunnel, without an answer, and on a
///   connection that was open before
public record ProxyHop(String url, String source, boolean tunnel, OptionalInt status) {}
