package dev.lightfoot.probe;

import dev.lightfoot.model.ResolverLookups;
import java.util.List;

/// Compares resolvers: the port that the command line holds.
@FunctionalInterface
public interface LookupSeries {

  /// Resolves every host by every resolver, in turn, each time from nothing; blocks until then. One
  /// result for each host and resolver, in the order of the plan. A resolver that does not answer
  /// is no exception. After a cancellation the lookups made so far come back.
  ///
  /// @throws IllegalArgumentException where the plan cannot be used, such as a certificate file
  ///   that cannot be read; the message is a sentence for people
  List<ResolverLookups> compare(LookupPlan plan, Cancellation cancellation);
}
