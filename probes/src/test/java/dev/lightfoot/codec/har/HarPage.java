package dev.lightfoot.codec.har;

/// The document `probes/HAR.md`.
final class HarPage {
  private HarPage() {}

  static String of(String captures, String hostile) {
    return """
    # Captured page loads: what is read, what is repaired

    Made by `HarCapturesTest`. Each file is read, its known faults are repaired, it is written as HAR 1.2 and read
    again. *pages*: how many loads of each URL (loads of one URL are the runs of one snapshot; `3` is one URL loaded three
    times, `1 + 1` two URLs). *left out*: entries that cannot be read, each named with its place and the reason.
    *written again*: valid by the schema and by the sum rule; identical where the snapshot that is read again equals the first.

    ## Captures of other programs

    %s
    ## Files made to do harm, and files with one fault each

    %s\
    """
        .formatted(captures, hostile);
  }
}
