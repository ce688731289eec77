package dev.lightfoot.probe.css;

import dev.lightfoot.model.url.WebUrl;

/// A URL as a sheet names it.
///
/// @param text as it stands, escapes resolved
/// @param base what it is relative to: the sheet, or the document of an inline one
/// @param line of the sheet or document, from 1
public record CssUrl(String text, WebUrl base, int line) {}
