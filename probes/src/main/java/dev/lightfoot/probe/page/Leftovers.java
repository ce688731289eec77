package dev.lightfoot.probe.page;

import dev.lightfoot.probe.markup.Found;
import dev.lightfoot.probe.markup.ScriptWords;
import dev.lightfoot.probe.markup.Use;
import dev.lightfoot.probe.page.request.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.HttpUrl;

/// What a page names and a load leaves open: scripts that are not run, what only a style or a
/// layout could ask for, preloads that nothing used.
final class Leftovers {
  private final Notes notes;
  private final Set<HttpUrl> candidates = new LinkedHashSet<>();
  private final Map<HttpUrl, Need.Key> preloads = new LinkedHashMap<>();
  private final Set<Need.Key> used = new HashSet<>();
  private final List<String> adding = new ArrayList<>();
  private int scripts;

  Leftovers(Notes notes) {
    this.notes = notes;
  }

  /// What cannot be asked for.
  void refused(Found.Refused refused) {
    switch (refused.reason()) {
      case DATA -> {}
      case INTERNAL, SCHEME ->
          notes.left("Not asked for, because only http and https are followed", refused.text());
      case UNREADABLE -> notes.left("Not asked for, because it is no address", refused.text());
      case TOO_LONG -> notes.left("Not asked for, because it is too long", refused.text());
      case CREDENTIALS ->
          notes.left("Not asked for, because it holds a user and a password", refused.text());
    }
  }

  /// A script whose text stands in a document.
  void script(Found.InlineScript script) {
    scripts++;
    script
        .addsRequests()
        .ifPresent(word -> adding.add("the one in line " + script.line() + " (" + word + ")"));
  }

  /// A script that came.
  void script(Fetch fetch) {
    scripts++;
    ScriptWords.addsRequests(fetch.text().snapshot().utf8())
        .ifPresent(word -> adding.add(fetch.url() + " (" + word + ")"));
  }

  /// Whether that is not asked for, as a browser would not either.
  static boolean leaves(Found.Wanted wanted) {
    return switch (wanted.use()) {
      case Use.Preconnect _ -> true;
      case Use.Media media -> media.preload().equals("none");
      default -> false;
    };
  }

  /// That is asked for.
  void asked(Found.Wanted wanted, Need need) {
    switch (wanted.use()) {
      case Use.Preload _, Use.ModulePreload _ -> preloads.put(need.url(), need.key());
      default -> used.add(need.key());
    }
  }

  /// A sheet has a use for that.
  void used(Need need) {
    used.add(need.key());
  }

  /// Of that it cannot be told whether a browser would ask for it.
  void candidate(HttpUrl url) {
    if (candidates.size() < PageLimits.MAX_LISTED || candidates.contains(url)) {
      candidates.add(url);
    } else {
      notes.left("Candidates that are not listed", url.toString());
    }
  }

  /// URLs of which it cannot be told whether a browser would ask for them.
  ///
  /// @param asked those that were asked for all the same
  List<String> candidates(Set<HttpUrl> asked) {
    return candidates.stream().filter(url -> !asked.contains(url)).map(HttpUrl::toString).toList();
  }

  /// Preloads that nothing in the documents and sheets used. What scripts fetch is not seen.
  List<String> unusedPreloads() {
    return preloads.entrySet().stream()
        .filter(each -> !used.contains(each.getValue()) && !candidates.contains(each.getKey()))
        .filter(each -> !each.getValue().destination().equals("empty"))
        .map(each -> each.getKey().toString())
        .toList();
  }

  /// Says which scripts there were.
  void sayScripts() {
    if (scripts == 0) {
      return;
    }
    String which =
        adding.isEmpty()
            ? "none of the " + scripts + " seems to add requests."
            : adding.size() + " of " + scripts + " may add requests: " + shown() + ".";
    notes.say("Scripts were not run: " + which);
  }

  private String shown() {
    int most = Math.min(adding.size(), Notes.SHOWN);
    String more = adding.size() > most ? " and " + (adding.size() - most) + " more" : "";
    return String.join(", ", adding.subList(0, most)) + more;
  }
}
