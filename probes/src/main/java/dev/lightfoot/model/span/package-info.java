/// What servers recorded: spans, their times, layers, names and attributes (OpenTelemetry).
package dev.lightfoot.model.span;
