package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.join.JoinRemark;
import java.util.List;
import java.util.Optional;

/// Which log was not matched, why, and what to do about it: for the headline of a stack.
public final class NotMatched {
  private NotMatched() {}

  /// Of the first log that was not matched; empty where there is none.
  public static Optional<String> of(List<JoinRemark> remarks) {
    return remarks.stream().flatMap(remark -> sentence(remark).stream()).findFirst();
  }

  private static Optional<String> sentence(JoinRemark remark) {
    return switch (remark) {
      case JoinRemark.NotLogged it -> Optional.of(say("not-matched.ids", it.log()));
      case JoinRemark.OffsetUnlikely it ->
          unclear(
              say(
                  it.offsetNanos() < 0 ? "not-matched.behind" : "not-matched.ahead",
                  it.clock(),
                  Numbers.duration(Math.abs(it.offsetNanos()))));
      case JoinRemark.AmbiguousOffset it -> unclear(say("not-matched.alike", it.clock()));
      case JoinRemark.AmbiguousRequest it -> unclear(say("not-matched.alike", it.clock()));
      case JoinRemark.MayBeOthers it -> unclear(say("not-matched.others", it.clock()));
      case JoinRemark.LongerThanServer it -> unclear(say("not-matched.others", it.clock()));
      case JoinRemark.AmbiguousServer it -> unclear(say("not-matched.servers", it.clock()));
      case JoinRemark.AmbiguousRecorder it -> unclear(say("not-matched.others", it.clock()));
      case JoinRemark.OtherRequests it -> unclear(say("not-matched.others", it.clock()));
      case JoinRemark.OtherSessions _,
          JoinRemark.Unpaired _,
          JoinRemark.PairedInOrder _,
          JoinRemark.ClocksContradict _,
          JoinRemark.LeftOut _,
          JoinRemark.NotFound _ ->
          Optional.empty();
    };
  }

  private static Optional<String> unclear(String why) {
    return Optional.of(why + " " + say("not-matched.step"));
  }
}
