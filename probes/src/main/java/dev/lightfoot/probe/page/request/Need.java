package dev.lightfoot.probe.page.request;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.Priority;
import okhttp3.HttpUrl;

/// Something that a page asks for.
///
/// @param url where it is
/// @param purpose what for
/// @param cors how it is asked for where it is of another origin
/// @param priority how urgent it is at first
/// @param renderBlocking whether nothing is drawn before it is there
/// @param delaysLoad whether the load event waits for it
/// @param initiator what named it
public record Need(
    HttpUrl url,
    Purpose purpose,
    Cors cors,
    Priority priority,
    boolean renderBlocking,
    boolean delaysLoad,
    Initiator initiator) {

  /// How something is asked for that may be of another origin (Fetch Standard: mode and
  /// credentials).
  public enum Cors {
    /// As it comes, with cookies.
    NONE,
    /// To be read by the page; with cookies only where it is of the page's own origin.
    ANONYMOUS,
    /// To be read by the page, with cookies.
    CREDENTIALS,
    /// Never with cookies.
    OMITTED
  }

  /// What makes two requests of a page one: the second is answered with the first one's response.
  public record Key(HttpUrl url, String destination, Cors cors) {}

  /// The same at that place.
  public Need at(HttpUrl place) {
    return new Need(place, purpose, cors, priority, renderBlocking, delaysLoad, initiator);
  }

  public Key key() {
    return new Key(url, purpose.destination(), cors);
  }

  /// Whether a request for it carries cookies.
  ///
  /// @param to where it goes, after redirects perhaps
  public boolean hasCredentials(HttpUrl to, HttpUrl document) {
    return switch (cors) {
      case NONE, CREDENTIALS -> true;
      case ANONYMOUS -> Sites.sameOrigin(to, document);
      case OMITTED -> false;
    };
  }
}
