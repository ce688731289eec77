package dev.lightfoot.probe.http;

import dev.lightfoot.probe.dns.NameResolver;
import dev.lightfoot.probe.proxy.ProxyRules;
import dev.lightfoot.probe.quic.QuicClient;
import dev.lightfoot.probe.tls.TlsClient;
import dev.lightfoot.probe.wire.RunSockets;

/// What an [HttpEngine] is made of.
///
/// @param resolver resolves names
/// @param judge judges certificates
/// @param proxies through which proxy requests go
/// @param sockets closes everything at once
/// @param versions which versions of HTTP may be spoken
/// @param quic carries HTTP/3
/// @param services which origins speak HTTP/3
public record EngineParts(
    NameResolver resolver,
    TlsClient.Judge judge,
    ProxyRules proxies,
    RunSockets sockets,
    HttpChoice versions,
    QuicClient quic,
    AlternativeServices services) {}
