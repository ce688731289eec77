/// One HTTP/3 exchange over QUIC, with its instants read at the UDP socket. The only package that
/// knows Netty, whose QUIC is Cloudflare's quiche with BoringSSL.
package dev.lightfoot.probe.quic;
