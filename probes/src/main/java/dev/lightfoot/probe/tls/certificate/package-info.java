/// What a server shows of itself, read, and judged against the roots that are trusted.
package dev.lightfoot.probe.tls.certificate;
