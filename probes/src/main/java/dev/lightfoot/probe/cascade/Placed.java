package dev.lightfoot.probe.cascade;

import org.jsoup.nodes.Element;

/// Where something that is fetched only near the window stands.
///
/// @param element of the document, with `loading=lazy`
/// @param shown whether it has a box
/// @param top how far below the beginning of the document it begins at least, in CSS pixels
public record Placed(Element element, boolean shown, double top) {}
