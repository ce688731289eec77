package dev.lightfoot.codec.capture;

import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import java.net.IDN;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which requests of a captured load led to which: redirects by their targets, the others by the
/// URL that the file names as the initiator.
public final class Links {
  private static final int NOT_MODIFIED = 304;

  private final List<Step> steps;
  private final Map<String, Integer> latest = new HashMap<>();
  private final Map<String, Integer> redirects = new HashMap<>();

  private Links(List<Step> steps) {
    this.steps = steps;
  }

  /// One request of a load.
  ///
  /// @param status of the response; 0 where none came
  /// @param location where a redirect leads; empty for none
  /// @param type what it is used for
  /// @param cause the word of the DevTools protocol for what caused it; empty where none is said
  /// @param causeUrl where that stands; empty where none is said
  /// @param line in it
  public record Step(
      WebUrl url,
      int status,
      String location,
      Optional<ResourceType> type,
      String cause,
      String causeUrl,
      OptionalInt line) {}

  /// What led to a request.
  ///
  /// @param initiator as far as it is known
  /// @param redirect index of the response that led to it
  public record Link(Optional<Initiator> initiator, OptionalInt redirect) {}

  /// What led to each, in the order in which they began.
  public static List<Link> of(List<Step> steps) {
    return new Links(steps).links();
  }

  private List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      String url = step.url.toString();
      Integer from = redirects.remove(url);
      links.add(from == null ? new Link(initiator(step), OptionalInt.empty()) : redirect(from));
      latest.put(url, i);
      int index = i;
      target(step).ifPresent(to -> redirects.put(to, index));
    }
    return links;
  }

  private static Link redirect(int from) {
    Initiator initiator =
        new Initiator(Initiator.Type.REDIRECT, OptionalInt.of(from), OptionalInt.empty());
    return new Link(Optional.of(initiator), OptionalInt.of(from));
  }

  private Optional<Initiator> initiator(Step step) {
    OptionalInt by = by(step.causeUrl);
    Optional<ResourceType> kind = by.isPresent() ? steps.get(by.getAsInt()).type : Optional.empty();
    return type(step.cause, kind).map(each -> new Initiator(each, by, step.line));
  }

  private OptionalInt by(String url) {
    if (url.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer index = latest.get(WebUrl.read(url).map(WebUrl::toString).orElse(url));
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private static Optional<Initiator.Type> type(String cause, Optional<ResourceType> by) {
    boolean sheet = by.filter(ResourceType.STYLESHEET::equals).isPresent();
    return switch (cause) {
      case "parser" -> Optional.of(sheet ? Initiator.Type.CSS : Initiator.Type.PARSER);
      case "script" -> Optional.of(Initiator.Type.SCRIPT);
      case "" -> by.flatMap(Links::typeOf);
      default -> Optional.empty();
    };
  }

  /// Where a file names the initiator only: by what that is.
  private static Optional<Initiator.Type> typeOf(ResourceType by) {
    return switch (by) {
      case STYLESHEET -> Optional.of(Initiator.Type.CSS);
      case SCRIPT -> Optional.of(Initiator.Type.SCRIPT);
      case DOCUMENT -> Optional.of(Initiator.Type.PARSER);
      default -> Optional.empty();
    };
  }

  /// Where a redirect leads.
  private static Optional<String> target(Step step) {
    boolean leads = step.status >= 300 && step.status <= 399 && step.status != NOT_MODIFIED;
    if (!leads || step.location.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          step.url
              .resolve(step.location, name -> IDN.toASCII(name, IDN.ALLOW_UNASSIGNED))
              .toString());
    } catch (UrlFault e) {
      return Optional.empty();
    }
  }
}
