package dev.lightfoot.probe.page;

/// What a page may cost at most. The limits of one response are those of a probe.
public final class PageLimits {
  private PageLimits() {}

  /// Exchanges of one load, redirects and frames included; what is found beyond is not asked for.
  public static final int MAX_EXCHANGES = 1_000;

  /// Body bytes of one load, as sent or decoded, whichever is more.
  public static final long MAX_PAGE_BYTES = 256L * 1024 * 1024;

  /// Frames within frames; the page itself is at depth 0.
  public static final int MAX_FRAME_DEPTH = 3;

  /// Addresses of one kind that a list in the result names; the rest is counted.
  public static final int MAX_LISTED = 100;

  /// Bytes of a sound or film that are taken: a browser reads as much as it needs to know its
  /// length.
  public static final long MAX_MEDIA_BYTES = 1024L * 1024;

  /// Bytes of style sheets and documents kept for warm loads.
  public static final long MAX_CACHE_BYTES = 64L * 1024 * 1024;
}
