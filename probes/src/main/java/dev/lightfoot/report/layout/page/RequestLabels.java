package dev.lightfoot.report.layout.page;

import dev.lightfoot.analysis.page.PageHosts;
import dev.lightfoot.model.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names the requests of a page as shortly as they can be told apart: those of the document's host
/// by their path, others by the first word of their host as well, or by all of it where two hosts
/// begin with the same word.
public final class RequestLabels {
  /// Longer than this, what is no http URL is cut.
  static final int LONGEST_OTHER = 60;

  private static final String WWW = "www.";

  private final List<String> hosts = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final Map<String, String> words = new HashMap<>();
  private String own = "";

  private RequestLabels() {}

  /// The names of these requests.
  ///
  /// @param document which of them is the page itself
  public static RequestLabels of(List<Exchange> exchanges, int document) {
    RequestLabels labels = new RequestLabels();
    exchanges.forEach(exchange -> labels.add(exchange.url()));
    labels.own = document < exchanges.size() ? labels.hosts.get(document) : "";
    labels.name();
    return labels;
  }

  String host(int at) {
    return hosts.get(at);
  }

  String target(int at) {
    return targets.get(at);
  }

  /// What that request is called.
  public String label(int at) {
    String word = words.getOrDefault(hosts.get(at), "");
    return word.isEmpty() ? targets.get(at) : word + " " + targets.get(at);
  }

  private void add(String url) {
    String host = PageHosts.of(url);
    hosts.add(host);
    if (host.isEmpty()) {
      targets.add(url.length() > LONGEST_OTHER ? url.substring(0, LONGEST_OTHER - 1) + "…" : url);
    } else {
      targets.add(PageHosts.target(url));
    }
  }

  private void name() {
    Set<String> seen = new HashSet<>();
    Set<String> twice = new HashSet<>();
    Set<String> distinct = new HashSet<>(hosts);
    for (String host : distinct) {
      if (!seen.add(word(host))) {
        twice.add(word(host));
      }
    }
    for (String host : distinct) {
      if (!host.equals(own)) {
        words.put(host, twice.contains(word(host)) ? host : word(host));
      }
    }
  }

  /// Addresses, and names of one word with their port, stay whole.
  private static String word(String host) {
    String name = host.startsWith(WWW) ? host.substring(WWW.length()) : host;
    int dot = name.indexOf('.');
    boolean address = name.startsWith("[") || name.matches("[0-9.]+(:[0-9]+)?");
    return dot <= 0 || address ? host : name.substring(0, dot);
  }
}
