package dev.lightfoot.analysis.join;

import java.time.Duration;
import java.util.List;

/// What a [Join] found ambiguous, contradictory or missing: a fact, not a sentence. The reports
/// make the sentence.
public sealed interface JoinRemark {

  /// Whether it bears on that run: what names other runs alone does not.
  ///
  /// @param run its number, from 1
  default boolean concerns(int run) {
    return switch (this) {
      case NotLogged it -> it.runs().contains(run);
      case NotFound it -> it.runs().contains(run);
      case AmbiguousRequest it -> it.run() == run;
      case AmbiguousRecorder it -> it.run() == run;
      case AmbiguousServer it -> it.run() == run;
      case OtherSessions it -> it.run() == run;
      case Unpaired it -> it.run() == run;
      case OffsetUnlikely _,
          MayBeOthers _,
          LongerThanServer _,
          AmbiguousOffset _,
          PairedInOrder _,
          OtherRequests _,
          ClocksContradict _,
          LeftOut _ ->
          true;
    };
  }

  /// What was compared to find the offset of a clock.
  enum Compared {
    /// Access-log entries with requests, by what both say of them.
    REQUESTS,
    /// The database's statements with those of the application.
    STATEMENTS,
    /// Entries with the times of the requests.
    TIMES
  }

  /// A log carries ids of other requests, and none of these: they were not logged there.
  ///
  /// @param log its format or service
  /// @param runs their numbers, from 1
  record NotLogged(String log, List<Integer> runs) implements JoinRemark {
    public NotLogged {
      runs = List.copyOf(runs);
    }
  }

  /// Entries without ids fit best if a clock is off by more than may be believed; none was joined.
  ///
  /// @param offsetNanos how far it would be ahead of this computer's
  record OffsetUnlikely(String clock, Compared compared, long offsetNanos) implements JoinRemark {}

  /// Others do the same so often that what fits may be theirs by chance; none was joined.
  record MayBeOthers(String clock, Compared compared) implements JoinRemark {}

  /// What was recorded at the time of a request took longer than its server worked for it; none was
  /// joined.
  record LongerThanServer(String clock) implements JoinRemark {}

  /// Several offsets of a clock fit equally well; none was taken.
  ///
  /// @param offsets how many
  record AmbiguousOffset(String clock, Compared compared, int offsets) implements JoinRemark {}

  /// Several entries fit one request alike; none was joined.
  ///
  /// @param run number of the run, from 1
  record AmbiguousRequest(String clock, int entries, int run, String path) implements JoinRemark {}

  /// Several requests of one trace asked for the same; entries were paired with them in order.
  ///
  /// @param asked method and path
  record PairedInOrder(String clock, int entries, int requests, String asked)
      implements JoinRemark {}

  /// Several threads or sessions recorded something during a request; nothing was joined.
  ///
  /// @param recorders how many threads or sessions
  /// @param run number of the run, from 1
  record AmbiguousRecorder(String clock, int recorders, int entries, int run, String path)
      implements JoinRemark {}

  /// Several servers worked on a request, and it is unclear which of them made its calls; none was
  /// joined.
  ///
  /// @param servers how many
  /// @param run number of the run, from 1
  record AmbiguousServer(String clock, int servers, int entries, int run, String path)
      implements JoinRemark {}

  /// A database or cache logged something while a request was served, over sessions that none of
  /// its recorded calls used; nothing of it was joined, and the calls may be more.
  ///
  /// @param sessions how many
  /// @param run number of the run, from 1
  record OtherSessions(String clock, int sessions, int entries, int run, String path)
      implements JoinRemark {}

  /// A database or cache logged something over the sessions of a request's calls that was paired
  /// with none of them, and may be the other half of one or a further call; nothing of it was
  /// joined.
  ///
  /// @param run number of the run, from 1
  record Unpaired(String clock, int entries, int run, String path) implements JoinRemark {}

  /// Entries fit the requests only at an offset that contradicts the application; none was joined.
  record OtherRequests(String clock, long offsetNanos) implements JoinRemark {}

  /// No offset between two clocks puts what the second did within what the first did.
  record ClocksContradict(String first, String second) implements JoinRemark {}

  /// There were more entries than are held at once.
  ///
  /// @param most how many are held
  record LeftOut(long most, long left) implements JoinRemark {}

  /// Nothing was found for some runs by the time that waiting ended.
  ///
  /// @param runs their numbers, from 1
  /// @param received whether programs could send what they recorded, beside logs
  record NotFound(List<Integer> runs, Duration waited, boolean received) implements JoinRemark {
    public NotFound {
      runs = List.copyOf(runs);
    }
  }
}
