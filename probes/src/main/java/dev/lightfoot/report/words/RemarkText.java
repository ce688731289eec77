package dev.lightfoot.report.words;

import static dev.lightfoot.report.words.Sentences.say;

import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.stack.StackRemark;
import java.util.List;
import java.util.stream.Collectors;

/// Remarks on a join and on a stack as sentences: the same ones in texts, in the window and on
/// standard error.
public final class RemarkText {
  private RemarkText() {}

  public static String of(JoinRemark remark) {
    return switch (remark) {
      case JoinRemark.AmbiguousOffset it ->
          say(
              switch (it.compared()) {
                case REQUESTS -> "remark.offset.requests";
                case STATEMENTS -> "remark.offset.statements";
                case TIMES -> "remark.offset.times";
              },
              Numbers.count(it.offsets()),
              it.clock());
      case JoinRemark.NotLogged it -> say("remark.ids-of-others", it.log(), numbers(it.runs()));
      case JoinRemark.OffsetUnlikely it ->
          say(
              it.offsetNanos() < 0 ? "remark.unlikely.behind" : "remark.unlikely.ahead",
              it.clock(),
              Numbers.duration(Math.abs(it.offsetNanos())));
      case JoinRemark.LongerThanServer it -> say("remark.longer-than-server", it.clock());
      case JoinRemark.MayBeOthers it ->
          say(
              switch (it.compared()) {
                case REQUESTS -> "remark.others.requests";
                case STATEMENTS -> "remark.others.statements";
                case TIMES -> "remark.others.times";
              },
              it.clock());
      case JoinRemark.AmbiguousRequest it ->
          say(
              "remark.request",
              Numbers.count(it.entries()),
              it.clock(),
              it.path(),
              Numbers.count(it.run()));
      case JoinRemark.PairedInOrder it ->
          say(
              "remark.in-order",
              Numbers.count(it.requests()),
              it.asked(),
              Numbers.count(it.entries()),
              it.clock());
      case JoinRemark.AmbiguousRecorder it ->
          say(
              "remark.recorder",
              Numbers.count(it.recorders()),
              Numbers.count(it.entries()),
              it.clock(),
              Numbers.count(it.run()),
              it.path());
      case JoinRemark.AmbiguousServer it ->
          say(
              "remark.server",
              Numbers.count(it.entries()),
              Numbers.count(it.servers()),
              it.clock(),
              Numbers.count(it.run()),
              it.path());
      case JoinRemark.OtherSessions it ->
          say(
              "remark.other-sessions",
              Numbers.count(it.entries()),
              it.clock(),
              Numbers.count(it.run()),
              it.path(),
              Numbers.count(it.sessions()));
      case JoinRemark.Unpaired it ->
          say(
              "remark.unpaired",
              Numbers.count(it.entries()),
              it.clock(),
              Numbers.count(it.run()),
              it.path());
      case JoinRemark.OtherRequests it ->
          say("remark.other-requests", it.clock(), Numbers.duration(it.offsetNanos()));
      case JoinRemark.ClocksContradict it ->
          say("remark.clocks-contradict", it.first(), it.second());
      case JoinRemark.LeftOut it ->
          say("remark.left-out", Numbers.count(it.most()), Numbers.count(it.left()));
      case JoinRemark.NotFound it -> notFound(it);
    };
  }

  private static String notFound(JoinRemark.NotFound it) {
    return say(
        it.received() ? "remark.not-received" : "remark.not-logged",
        Numbers.count(it.waited().toSeconds()),
        numbers(it.runs()));
  }

  private static String numbers(List<Integer> runs) {
    return runs.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  public static String of(StackRemark remark) {
    return switch (remark) {
      case StackRemark.Plain plain ->
          say(
              switch (plain) {
                case CALLS_DROPPED -> "remark.calls-dropped";
                case JOINED_BY_TIME -> "remark.joined-by-time";
              });
      case StackRemark.ClockContradicts it ->
          say(
              "remark.clock-contradicts",
              it.clock(),
              Numbers.duration(it.lowNanos()),
              Numbers.duration(it.highNanos()));
      case StackRemark.LongerThanRequest it ->
          say("remark.longer", RowNames.of(it.row()), Numbers.duration(it.nanos()));
      case StackRemark.EndedLate it ->
          say("remark.late", RowNames.of(it.row()), Numbers.duration(it.nanos()));
      case StackRemark.LongerThanParent it ->
          say(
              "remark.longer-than-parent",
              PhaseNames.of(it.layer()),
              RowNames.of(it.row()),
              Numbers.duration(it.nanos()));
      case StackRemark.AfterTheWait it ->
          say(
              "remark.after-the-wait",
              Sentences.count("stack.trips", it.trips()),
              PhaseNames.of(it.layer()));
      case StackRemark.NothingFound it -> say("remark.nothing-found", it.url());
    };
  }
}
