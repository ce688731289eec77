package dev.lightfoot.analysis.finding;

import dev.lightfoot.model.span.Layer;
import java.util.Optional;

/// What a finding is about. Together with the rule it names the cause: two findings of a document
/// never share both.
///
/// @param service whose request it is; empty where no record says. Of what the client measured the
///   host as the URL names it
/// @param route the request's: method and route, as [dev.lightfoot.model.span.RouteName] makes it
/// @param layer of the calls; empty where it is not about calls of one layer
/// @param text the statement's template, the name asked for, the resource's path; empty where the
///   route says it all
public record FindingSubject(String service, String route, Optional<Layer> layer, String text) {}
