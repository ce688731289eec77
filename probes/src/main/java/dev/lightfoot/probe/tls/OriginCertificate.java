package dev.lightfoot.probe.tls;

import java.util.Locale;

/// A client certificate for one origin. No other is shown it, wherever a redirect leads.
///
/// @param host of an https URL, without brackets
public record OriginCertificate(ClientCertificate certificate, String host, int port) {

  boolean isFor(String peerHost, int peerPort) {
    return port == peerPort && bare(host).equals(bare(peerHost));
  }

  private static String bare(String host) {
    return host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
  }
}
