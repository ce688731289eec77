package dev.lightfoot.probe.page;

import dev.lightfoot.model.Header;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;

/// The HTTP cache of a session, filled by one load and used by the warm ones after it. Used by one
/// load at a time, on its thread.
public final class HttpCache {
  private final Map<HttpUrl, CachedResponse> responses = new LinkedHashMap<>();
  private final Set<HttpUrl> hadNoRoom = new HashSet<>();
  private long bytes;

  /// Empty.
  public HttpCache() {}

  /// What answers a request with those lines, fresh or stale.
  Optional<CachedResponse> find(HttpUrl url, List<Header> lines) {
    return Optional.ofNullable(responses.get(url)).filter(each -> each.answers(lines));
  }

  /// Keeps a response instead of the one before, as long as there is room.
  void keep(HttpUrl url, CachedResponse response) {
    drop(url);
    if (bytes + response.text().size() <= PageLimits.MAX_CACHE_BYTES) {
      bytes += response.text().size();
      responses.put(url, response);
    } else {
      hadNoRoom.add(url);
    }
  }

  /// Whether an answer from there would have been kept, had there been room.
  boolean hadNoRoom(HttpUrl url) {
    return hadNoRoom.contains(url);
  }

  /// What was kept no longer holds.
  void drop(HttpUrl url) {
    CachedResponse before = responses.remove(url);
    hadNoRoom.remove(url);
    bytes -= before == null ? 0 : before.text().size();
  }
}
