package dev.lightfoot.analysis.page;

import dev.lightfoot.analysis.ledger.ExchangeTrips;
import dev.lightfoot.analysis.ledger.Floors;
import dev.lightfoot.analysis.ledger.TripSum;
import dev.lightfoot.model.Exchange;
import dev.lightfoot.model.Run;
import dev.lightfoot.model.connection.Connection;
import dev.lightfoot.model.page.PageLoad;
import java.util.List;
import java.util.OptionalInt;

/// What a page spent on what: facts, not yet findings. Exchanges are indices in the run.
///
/// @param requests how many, redirects included
/// @param failed how many of them failed or were refused
/// @param bytes heads and bodies of responses that came over the network
/// @param connections how many carried a request or were to
/// @param hosts how many
/// @param trips round trips of all requests
/// @param criticalTrips of them one after the other on the critical path
/// @param duplicates what was fetched more than once
/// @param cookies requests for what is the same for everyone that took cookies along
/// @param uncompressed text that came without a content coding
/// @param withoutLifetime static resources that say nothing of how long they may be kept
/// @param redirects requests of resources that only led to another place
/// @param unusedPreloads URLs that were preloaded and then not used
/// @param late resources that the document does not name, so that they were found late
/// @param preconnects connections whose set-up could have been over when it was needed
/// @param thirdParties servers of other sites and their share
public record PageFacts(
    int requests,
    int failed,
    long bytes,
    int connections,
    int hosts,
    TripSum trips,
    OptionalInt criticalTrips,
    List<Duplicate> duplicates,
    List<Cookies> cookies,
    List<Uncompressed> uncompressed,
    List<Integer> withoutLifetime,
    List<Integer> redirects,
    List<String> unusedPreloads,
    List<Late> late,
    List<Preconnect> preconnects,
    List<ThirdParty> thirdParties) {
  public PageFacts {
    duplicates = List.copyOf(duplicates);
    cookies = List.copyOf(cookies);
    uncompressed = List.copyOf(uncompressed);
    withoutLifetime = List.copyOf(withoutLifetime);
    redirects = List.copyOf(redirects);
    unusedPreloads = List.copyOf(unusedPreloads);
    late = List.copyOf(late);
    preconnects = List.copyOf(preconnects);
    thirdParties = List.copyOf(thirdParties);
  }

  /// The same URL was fetched over the network more than once.
  ///
  /// @param bytes of all fetches but the first
  public record Duplicate(String url, List<Integer> exchanges, long bytes) {
    public Duplicate {
      exchanges = List.copyOf(exchanges);
    }
  }

  /// Cookies went to a server that gives everyone the same.
  public record Cookies(int exchange, long bytes) {}

  /// A text came without a content coding.
  ///
  /// @param bytes of its body
  public record Uncompressed(int exchange, long bytes) {}

  /// Found only when something else had come that the document names, or that this names.
  ///
  /// @param depth how many requests came one after the other before it could be found, at least 2
  /// @param nanos from the document's end until it was asked for
  public record Late(int exchange, int depth, long nanos) {}

  /// A connection that could have been made ready while the page waited for something else.
  ///
  /// @param exchange that it was opened for
  /// @param host as the URL names it
  /// @param trips round trips of its set-up; empty where none could be counted
  /// @param nanos how much of the set-up would have been over
  /// @param critical whether the page waited for it
  public record Preconnect(
      int exchange, String host, OptionalInt trips, long nanos, boolean critical) {}

  /// One host of another site.
  public record ThirdParty(String host, int requests, long bytes, TripSum trips) {}

  /// The facts of that run.
  ///
  /// @param path its critical path
  /// @param floors of all runs of its snapshot: by them round trips are counted
  public static PageFacts of(Run run, PageCriticalPath path, Floors floors) {
    List<Exchange> all = run.exchanges();
    ResourceFacts resources = new ResourceFacts(run);
    WayFacts ways = new WayFacts(run, path, floors);
    return new PageFacts(
        all.size(),
        (int) all.stream().filter(ResourceFacts::failed).count(),
        all.stream().mapToLong(PageBytes::of).sum(),
        (int)
            all.stream()
                .flatMap(each -> each.connection().stream())
                .map(Connection::id)
                .distinct()
                .count(),
        (int) all.stream().map(each -> PageHosts.of(each.url())).distinct().count(),
        trips(all, floors),
        path.trips(),
        resources.duplicates(),
        resources.cookies(),
        resources.uncompressed(),
        resources.withoutLifetime(),
        resources.redirects(),
        run.page().map(PageLoad::unusedPreloads).orElse(List.of()),
        ways.late(),
        ways.preconnects(),
        ways.thirdParties());
  }

  static TripSum trips(List<Exchange> exchanges, Floors floors) {
    return TripSum.of(exchanges.stream().map(each -> ExchangeTrips.of(each, floors)).toList());
  }
}
