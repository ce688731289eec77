package dev.lightfoot.probe.dns;

import dev.lightfoot.probe.dns.system.SearchList;

/// Which questions a name leads to.
///
/// @param search the full names that a short one may stand for
/// @param families whose addresses are used
/// @param noAaaa DNS is not asked for IPv6 addresses; the hosts file still gives them
record Asking(SearchList search, Families families, boolean noAaaa) {

  /// The family that DNS is asked for.
  Families asked() {
    return noAaaa ? Families.IPV4 : families;
  }
}
