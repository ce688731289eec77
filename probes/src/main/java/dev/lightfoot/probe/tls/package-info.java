/// TLS as it happens: the hellos on the wire, the certificate chain, and the verdict on it.
package dev.lightfoot.probe.tls;
