package dev.lightfoot.probe.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Decides, address by address, whether a hop may connect: a redirect must not lead from a public
/// site into a private network. Asked with the very address that is connected to, so that a name
/// that changes its answer gains nothing.
public final class ConnectGate {
  private final AddressPolicy policy;
  private final boolean allowPrivate;
  private volatile boolean cameFromPublic;

  public ConnectGate(AddressPolicy policy, boolean allowPrivate) {
    this.policy = policy;
    this.allowPrivate = allowPrivate;
  }

  /// A hop was answered from that address; later hops are judged against it.
  public void answeredFrom(InetAddress address) {
    if (!policy.isPrivate(address)) {
      cameFromPublic = true;
    }
  }

  /// Whether a hop may connect to that address.
  public boolean admits(InetAddress address) {
    return allowPrivate || !cameFromPublic || !policy.isPrivate(address);
  }

  /// Why it may not, as a sentence.
  public String refusal(InetSocketAddress peer) {
    return "The redirect leads from a public site to the private address "
        + Addresses.text(peer)
        + "; nothing was sent there.";
  }
}
