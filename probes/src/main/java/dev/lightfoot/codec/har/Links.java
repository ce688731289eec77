package dev.lightfoot.codec.har;

import dev.lightfoot.model.ExchangeBuilder;
import dev.lightfoot.model.Initiator;
import dev.lightfoot.model.page.ResourceType;
import dev.lightfoot.model.url.UrlFault;
import dev.lightfoot.model.url.WebUrl;
import java.net.IDN;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which entries of a run led to which: redirects by their targets, the others by the URL that the
/// file names as the initiator.
final class Links {
  private final List<Request> requests;
  private final Map<String, Integer> latest = new HashMap<>();
  private final Map<String, Integer> redirects = new HashMap<>();

  /// @param requests in the order in which they began
  Links(List<Request> requests) {
    this.requests = requests;
  }

  /// Says of each what led to it.
  ///
  /// @param types of the exchanges, where they are known
  void link(List<ExchangeBuilder> exchanges, List<Optional<ResourceType>> types) {
    for (int i = 0; i < requests.size(); i++) {
      Request request = requests.get(i);
      String url = request.url().toString();
      Integer from = redirects.remove(url);
      if (from != null) {
        exchanges.get(i).redirectedFrom(Optional.of(requests.get(from).url().toString()));
        exchanges
            .get(i)
            .initiator(
                Optional.of(
                    new Initiator(
                        Initiator.Type.REDIRECT, OptionalInt.of(from), OptionalInt.empty())));
      } else {
        exchanges.get(i).initiator(initiator(request.entry(), types));
      }
      latest.put(url, i);
      int index = i;
      target(request).ifPresent(to -> redirects.put(to, index));
    }
  }

  private Optional<Initiator> initiator(EntryDraft entry, List<Optional<ResourceType>> types) {
    EntryDraft.InitiatorDraft draft = entry.initiator;
    OptionalInt by = by(draft.url);
    Optional<ResourceType> kind = by.isPresent() ? types.get(by.getAsInt()) : Optional.empty();
    Optional<Initiator.Type> type = type(draft.type, kind, by.isPresent());
    draft.keep(entry.kept, type.isPresent(), by.isPresent());
    return type.map(each -> new Initiator(each, by, draft.line));
  }

  private OptionalInt by(String url) {
    if (url.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer index = latest.get(WebUrl.read(url).map(WebUrl::toString).orElse(url));
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  private static Optional<Initiator.Type> type(
      String written, Optional<ResourceType> by, boolean resolved) {
    boolean sheet = by.filter(ResourceType.STYLESHEET::equals).isPresent();
    return switch (written) {
      case "parser" -> Optional.of(sheet ? Initiator.Type.CSS : Initiator.Type.PARSER);
      case "script" -> Optional.of(Initiator.Type.SCRIPT);
      case "redirect" -> Optional.of(Initiator.Type.REDIRECT);
      case "" -> resolved ? by.flatMap(Links::typeOf) : Optional.empty();
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
  private static Optional<String> target(Request request) {
    int status = request.status().orElse(0);
    if (status < 300 || status > 399 || status == 304) {
      return Optional.empty();
    }
    MessageDraft response = request.entry().response.orElseThrow();
    String to = response.redirect.isEmpty() ? response.header("location") : response.redirect;
    try {
      return to.isEmpty()
          ? Optional.empty()
          : Optional.of(
              request
                  .url()
                  .resolve(to, name -> IDN.toASCII(name, IDN.ALLOW_UNASSIGNED))
                  .toString());
    } catch (UrlFault e) {
      return Optional.empty();
    }
  }
}
