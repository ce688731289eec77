package dev.lightfoot.codec.har;

import dev.lightfoot.codec.CaptureReading;
import dev.lightfoot.codec.capture.CaptureTime;
import dev.lightfoot.codec.capture.CapturedSnapshots.Load;
import dev.lightfoot.codec.capture.Repairs;
import dev.lightfoot.model.url.WebUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes a run of each page of a file.
final class HarRuns {
  /// Characters of a URL.
  static final int LONGEST_URL = 64 * 1024;

  private static final Duration LONGEST_RUN = Duration.ofHours(12);

  private final HarLog log;
  private final Dialect dialect;
  private final CaptureReading into;

  HarRuns(HarLog log, CaptureReading into) {
    this.log = log;
    this.dialect = Dialect.of(log.creator, log.entries);
    this.into = into;
  }

  /// The loads, in the order of the file.
  List<Load> loads() {
    List<Load> loads = new ArrayList<>();
    for (HarPages.Group group : HarPages.of(log)) {
      Repairs repairs = new Repairs();
      group.faults().forEach(repairs::mend);
      List<Request> requests = requests(group.entries(), repairs);
      if (!requests.isEmpty() || group.page().own.present) {
        loads.add(new RunMaker(log, dialect, group.page(), requests, repairs).make());
      }
    }
    return loads;
  }

  private List<Request> requests(List<EntryDraft> entries, Repairs repairs) {
    List<Request> requests = new ArrayList<>();
    Optional<Instant> latest = Optional.empty();
    for (EntryDraft entry : entries) {
      Optional<Request> read = request(entry, repairs);
      if (read.isPresent()) {
        Instant start = read.get().start();
        if (latest.filter(start::isBefore).isPresent()) {
          repairs.mend(HarRepair.OUT_OF_ORDER);
        } else {
          latest = Optional.of(start);
        }
        requests.add(read.get());
      }
    }
    if (requests.stream().noneMatch(request -> request.entry().own.present)) {
      requests.sort(Comparator.comparing(Request::start));
    }
    requests.removeIf(request -> isTooLong(requests.getFirst(), request));
    return requests;
  }

  /// What lies half a day after the beginning has nothing to do with the page.
  private boolean isTooLong(Request first, Request request) {
    TimingsDraft timings = request.entry().timings;
    double phases = timings.sum() + timings.length(TimingsDraft.SSL);
    double said = request.entry().time;
    double length = said > phases ? said : phases; // where nothing is said, it is not a number
    Duration after = Duration.between(first.start(), request.start());
    boolean tooLong =
        after.abs().compareTo(LONGEST_RUN) > 0
            || after.toMillis() + length > LONGEST_RUN.toMillis();
    if (tooLong) {
      into.skipped(
          request.entry().place(), "It begins or ends more than 12 hours after the page began.");
    }
    return tooLong;
  }

  private Optional<Request> request(EntryDraft entry, Repairs repairs) {
    if (!entry.requested) {
      return skip(entry, "It holds no request.");
    }
    if (entry.started.isEmpty()) {
      return skip(entry, "It does not say when it began: startedDateTime is missing or no date.");
    }
    String written = entry.request.url;
    if (written.length() > LONGEST_URL) {
      return skip(entry, "Its URL is longer than " + LONGEST_URL / 1024 + " KiB.");
    }
    boolean socket =
        written.regionMatches(true, 0, "ws:", 0, 3) || written.regionMatches(true, 0, "wss:", 0, 4);
    Optional<WebUrl> url = WebUrl.read(socket ? "http" + written.substring(2) : written);
    if (url.isEmpty()) {
      return skip(entry, refusal(written));
    }
    if (socket) {
      repairs.mend(HarRepair.WEBSOCKET);
    }
    date(entry.started.get(), repairs);
    Instant start = entry.started.get().at().toInstant();
    if (!entry.own.present) {
      TimingsCleaner.clean(entry, repairs);
      long queued = OwnFields.nanos(entry.timings.length(TimingsDraft.QUEUED));
      start = start.minusNanos(queued);
    }
    return Optional.of(Request.of(entry, url.get().withoutUserInfo(), start));
  }

  private static String refusal(String url) {
    int colon = url.indexOf(':');
    return colon > 0 && colon < 30 && url.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*")
        ? "It was not asked for over the network: its URL begins with "
            + url.substring(0, colon + 1)
        : "Its URL is not one of http or https.";
  }

  private static void date(CaptureTime time, Repairs repairs) {
    time.fault()
        .ifPresent(
            fault -> {
              switch (fault) {
                case EPOCH -> repairs.mend(HarRepair.EPOCH_DATE);
                case LEAP_SECOND -> repairs.mend(HarRepair.LEAP_SECOND);
                case NO_ZONE -> repairs.doubt(HarRepair.NO_ZONE);
              }
            });
  }

  private Optional<Request> skip(EntryDraft entry, String reason) {
    into.skipped(entry.place(), reason);
    return Optional.empty();
  }
}
