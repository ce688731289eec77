package dev.lightfoot.codec;

/// A format in which programs keep page loads.
///
/// @param name as in [dev.lightfoot.model.page.PageSource#format] and on the command line: `har`,
///   `webpagetest`, `devtools-log`, `lighthouse`, `netlog`
/// @param title for people, such as `HAR file`
public record CaptureFormat(String name, String title) {}
