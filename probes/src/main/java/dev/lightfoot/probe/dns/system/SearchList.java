package dev.lightfoot.probe.dns.system;

import java.util.ArrayList;
import java.util.List;

/// Which full names a short one may stand for, as resolv.conf(5) says.
///
/// @param domains suffixes to try, in order
/// @param ndots a name with at least so many dots is tried as it is first
public record SearchList(List<String> domains, int ndots) {
  public SearchList {
    domains = List.copyOf(domains);
  }

  /// No suffixes.
  public static final SearchList NONE = new SearchList(List.of(), 1);

  public List<String> candidates(String host) {
    if (host.endsWith(".")) {
      return List.of(host);
    }
    List<String> candidates = new ArrayList<>();
    for (String domain : domains) {
      candidates.add(host + "." + domain);
    }
    long dots = host.chars().filter(c -> c == '.').count();
    candidates.add(dots >= ndots ? 0 : candidates.size(), host);
    return candidates;
  }
}
