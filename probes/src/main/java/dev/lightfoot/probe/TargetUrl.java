package dev.lightfoot.probe;

import java.net.URI;

/// What a person typed, made into an absolute http or https URL.
///
/// @param url without userinfo and fragment; the host in ASCII (IDNA 2008)
/// @param userInfo whether the text held a user name or password, which are never sent nor shown
/// @param unicodeHost the host as people read it, where it differs from its ASCII form
public record TargetUrl(URI url, boolean userInfo, java.util.Optional<String> unicodeHost) {}
