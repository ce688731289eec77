package dev.lightfoot.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightfoot.analysis.join.JoinRemark;
import dev.lightfoot.analysis.join.JoinRemark.Compared;
import dev.lightfoot.analysis.stack.RowLabel;
import dev.lightfoot.analysis.stack.StackRemark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RemarkTextTest {
  private static final RowLabel OWN = new RowLabel.OwnLog(Optional.of("postgresql"));

  @Test
  void whatIsAmbiguousNamesWhatWasDoneAboutIt() {
    assertThat(
            List.of(
                sentence(new JoinRemark.AmbiguousOffset("web-1", Compared.REQUESTS, 2)),
                sentence(new JoinRemark.AmbiguousOffset("web-1", Compared.STATEMENTS, 3)),
                sentence(new JoinRemark.AmbiguousOffset("web-1", Compared.TIMES, 1_000)),
                sentence(new JoinRemark.AmbiguousRequest("nginx", 2, 1, "/a")),
                sentence(new JoinRemark.PairedInOrder("nginx", 4, 2, "GET /a")),
                sentence(new JoinRemark.AmbiguousRecorder("db-1", 2, 102, 1, "/a")),
                sentence(new JoinRemark.AmbiguousServer("django", 2, 6, 1, "/a")),
                sentence(new JoinRemark.Unpaired("postgresql", 2, 1, "/a"))))
        .containsExactly(
            "2 offsets of the clock of web-1 fit the requests equally well: none of its entries is"
                + " joined.",
            "The statements of web-1 fit those of the application at 3 offsets of its clock equally"
                + " well: none of them is joined.",
            "1 000 offsets of the clock of web-1 put the same number of entries within the"
                + " requests: none of them is joined.",
            "2 entries of nginx fit the request for /a in run 1 equally well (method, path, status,"
                + " bytes and time): none of them is joined.",
            "2 requests of one trace asked for GET /a, and 4 entries of nginx match them: they"
                + " are paired in order.",
            "2 threads or sessions logged 102 entries of db-1 while run 1 waited for /a: it is"
                + " unclear which belong to the run, so none is joined.",
            "2 servers worked on the request for /a in run 1, and any of them can have made the 6"
                + " calls that django logged meanwhile: none of them is joined.",
            "While run 1 waited for /a, postgresql logged more over the connections of its calls"
                + " than was paired with them (2): the other half of a call, or a further one. None"
                + " of it is counted, so the trips are at least those shown.");
  }

  @Test
  void whatIsNotMatchedSaysWhy() {
    assertThat(
            List.of(
                sentence(new JoinRemark.NotLogged("nginx", List.of(1, 3))),
                sentence(
                    new JoinRemark.OffsetUnlikely("nginx", Compared.REQUESTS, -265_000_000_000L)),
                sentence(
                    new JoinRemark.OffsetUnlikely("nginx", Compared.REQUESTS, 90_000_000_000L)),
                sentence(new JoinRemark.MayBeOthers("nginx", Compared.REQUESTS)),
                sentence(new JoinRemark.MayBeOthers("db-1", Compared.STATEMENTS)),
                sentence(new JoinRemark.MayBeOthers("db-1", Compared.TIMES)),
                sentence(new JoinRemark.LongerThanServer("db-1"))))
        .containsExactly(
            "The log of nginx carries ids of other requests at that time, but none of run 1, 3: it"
                + " did not log that run, so nothing is joined from it.",
            "Entries of nginx fit the requests only if its clock is 265.0 s behind this computer's,"
                + " and nothing shows that it is: they are taken to be of other requests, and none"
                + " of them is joined.",
            "Entries of nginx fit the requests only if its clock is 90.0 s ahead of this"
                + " computer's, and nothing shows that it is: they are taken to be of other"
                + " requests, and none of them is joined.",
            "So many other clients asked nginx for the same at that time that an entry without an"
                + " id may be theirs: none of them is joined.",
            "Other requests sent the same statements to db-1 at that time: which of its entries"
                + " belong to which call is unclear, so none of them is joined.",
            "db-1 logged so much for other requests at that time that entries without an id may be"
                + " theirs: none of them is joined.",
            "What db-1 logged at the time of these requests took longer than the servers worked on"
                + " them: some of it was done for other requests, or after the answer. None of it"
                + " is joined.");
  }

  @Test
  void whatContradictsNamesTheWayInWhichItDoes() {
    assertThat(
            List.of(
                sentence(new JoinRemark.OtherRequests("db-1", -16_000_000_000L)),
                sentence(new JoinRemark.ClocksContradict("web-1", "db-1")),
                sentence(new StackRemark.ClockContradicts("web-1", 5_000_000, -300_000)),
                sentence(new StackRemark.LongerThanRequest(OWN, 40_000_000))))
        .containsExactly(
            "The entries of db-1 lie within the requests only if its clock is off by −16.0 s, and"
                + " even then not within what the application did: they belong to other requests,"
                + " so none of them is joined.",
            "The clocks of web-1 and db-1 contradict each other: no offset between them puts what"
                + " the second did within what the first did. A span is matched wrongly, or one of"
                + " the clocks was set in between.",
            "The clock of web-1 contradicts itself: one request needs it at least 5.0 ms ahead of"
                + " this computer's, another at most −0.3 ms. One of them is matched wrongly, or"
                + " the clock was set in between.",
            "PostgreSQL’s own log took 40.0 ms longer than its request did: it is matched wrongly,"
                + " or went on after it had answered.");
  }

  @Test
  void whatIsMissingIsSaid() {
    List<Integer> runs = List.of(2, 3);
    Duration waited = Duration.ofSeconds(5);
    assertThat(
            List.of(
                sentence(new JoinRemark.LeftOut(1_000_000, 17)),
                sentence(new JoinRemark.NotFound(runs, waited, false)),
                sentence(new JoinRemark.NotFound(runs, waited, true)),
                sentence(new StackRemark.NothingFound("https://shop.test/")),
                sentence(new StackRemark.EndedLate(new RowLabel.Named("shop"), 7_000_000)),
                sentence(StackRemark.Plain.CALLS_DROPPED),
                sentence(StackRemark.Plain.JOINED_BY_TIME)))
        .containsExactly(
            "The logs hold more than 1 000 000 entries: 17 were left out.",
            "5 s after the runs the logs contained nothing of run 2, 3; --patience waits longer.",
            "5 s after the runs no program had sent anything of run 2, 3; --patience waits longer.",
            "Nothing was found for https://shop.test/.",
            "shop ended late: it lasts 7.0 ms longer than its request did, and only what came"
                + " before its answer explains the wait.",
            "A recorder dropped or merged calls: counts are lower bounds.",
            "Entries without an id were joined by time: they are what was logged while this"
                + " request was served.");
  }

  private static String sentence(JoinRemark remark) {
    return Numbers.plain(RemarkText.of(remark));
  }

  private static String sentence(StackRemark remark) {
    return Numbers.plain(RemarkText.of(remark));
  }
}
