package dev.lightfoot.probe.page.request;

import dev.lightfoot.model.page.Party;
import dev.lightfoot.probe.http.Urls;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/// Which requests are of the page's own site: scheme and registrable domain, by the public suffix
/// list that comes with the HTTP library.
public final class Sites {
  private final Map<String, String> domains = new HashMap<>();
  private final String own;
  private final String ownDomain;

  public Sites(HttpUrl page) {
    this.own = site(page);
    this.ownDomain = domain(page);
  }

  /// Whether cookies of the site's own do not go there.
  public boolean isOther(HttpUrl url) {
    return !site(url).equals(own);
  }

  /// Whose server it is: by the registrable domain alone, as people mean it.
  public Party party(HttpUrl url) {
    return domain(url).equals(ownDomain) ? Party.FIRST : Party.THIRD;
  }

  private String site(HttpUrl url) {
    return url.scheme() + "://" + domain(url);
  }

  private String domain(HttpUrl url) {
    return domains.computeIfAbsent(
        url.host(),
        host -> {
          String registrable = url.topPrivateDomain();
          return registrable == null ? host : registrable; // an address, localhost, a bare suffix
        });
  }

  /// Whether both are of one origin (RFC 6454).
  public static boolean sameOrigin(HttpUrl one, HttpUrl other) {
    return Urls.of(one).origin().equals(Urls.of(other).origin());
  }
}
