/// What is known of a connection and of those at its other end: TCP, QUIC, TLS, certificates,
/// proxies.
package dev.lightfoot.model.connection;
