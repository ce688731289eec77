package dev.lightfoot.probe.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;

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

  /// For what one of its hops names: judged against what it knows now, and without changing that.
  public ConnectGate fork() {
    ConnectGate fork = new ConnectGate(policy, allowPrivate);
    fork.cameFromPublic = cameFromPublic;
    return fork;
  }

  /// A hop was answered from that address; later hops are judged against it.
  public void answeredFrom(InetAddress address) {
    if (!policy.isPrivate(address)) {
      cameFromPublic = true;
    }
  }

  /// A hop was answered through a proxy. Where its server really is, only the proxy knows: it
  /// counts as public unless the URL itself names a private place.
  public void answeredThroughProxy(String host) {
    if (!namesPrivatePlace(host)) {
      cameFromPublic = true;
    }
  }

  /// Whether a hop may be asked for through a proxy: names are looked up by the proxy, in its own
  /// network, so that only a private place in the URL itself can be refused.
  public boolean admitsThroughProxy(String host) {
    return allowPrivate || !cameFromPublic || !namesPrivatePlace(host);
  }

  private boolean namesPrivatePlace(String host) {
    String bare = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$|\\.$", "");
    return bare.equals("localhost")
        || bare.endsWith(".localhost")
        || (Addresses.isLiteral(bare) && policy.isPrivate(InetAddress.ofLiteral(bare)));
  }

  /// The same, whatever the address: that of a proxy, which the person has named.
  ConnectGate open() {
    return new ConnectGate(policy, true);
  }

  /// Whether a hop may connect to that address.
  public boolean admits(InetAddress address) {
    return allowPrivate || !cameFromPublic || !policy.isPrivate(address);
  }

  /// Why it may not, as a sentence.
  public String refusal(InetSocketAddress peer) {
    return refusal(Addresses.text(peer));
  }

  /// Why a hop there is not made, be it a redirect or a part of a page.
  public static String refusal(String where) {
    return "A public site leads to the private address " + where + "; nothing was sent there.";
  }
}
